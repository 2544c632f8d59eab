/**
 * The public randomness of a draw, from what was announced: bytes in hex, a drand round with its signature, or the exact
 * printed words of a lottery or of dice. Several sources are combined in the order that the plan names them.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { InputError } from "../../input-error.ts";
import { drandRandomness, verifyDrand } from "./drand.ts";
import { lengthPrefixed } from "./seed.ts";

/**
 * One source as it is: its bytes. Several: SHA256(lp("JZFP-BEACON-1") lp(first) lp(second) …).
 * @param planned names in the plan, as `drand:657413`, `ssq:2026130`; each value must begin with its name and a colon
 * @param given values in any order: `hex:HEX`, `drand:ROUND:SIGNATURE`, or text that is taken byte by byte
 * @throws InputError draw.beacon, draw.drand
 */
export function publicRandomness(planned: readonly string[], given: readonly string[]): Uint8Array {
  const ordered = planned.length === 0 ? given : planned.map((name) => valueOf(name, given));
  if (ordered.length !== given.length || ordered.length === 0) throw notAsPlanned(planned);
  const [only, ...more] = ordered.map(beaconBytes);
  if (!only || (planned.length === 0 && more.length > 0)) throw notAsPlanned(planned);
  if (more.length === 0) return only;
  return sha256(lengthPrefixed(utf8ToBytes("JZFP-BEACON-1"), only, ...more));
}

/** The round and signature of a value `drand:ROUND:SIGNATURE`; undefined for another kind of value. */
export function readDrand(value: string): { round: number; signature: string } | undefined {
  const [, round, signature] = /^drand:([1-9]\d*):([0-9a-f]{96})$/.exec(value) ?? [];
  return round && signature ? { round: Number(round), signature } : undefined;
}

function valueOf(name: string, given: readonly string[]): string {
  const value = given.find((one) => one.startsWith(`${name}:`));
  if (value === undefined) throw notAsPlanned([name]);
  return value;
}

function beaconBytes(value: string): Uint8Array {
  if (value.startsWith("hex:")) return hexBytes(value.slice("hex:".length));
  if (value.startsWith("drand:")) return drandBytes(value);
  if (value === "") throw notAsPlanned([]);
  if (/^\s*(hex|drand)\s*[:：]/i.test(value)) throw misspeltKind();
  return utf8ToBytes(value);
}

function hexBytes(hex: string): Uint8Array {
  if (/^([0-9a-fA-F]{2})+$/.test(hex)) return hexToBytes(hex);
  throw new InputError("draw.beacon", {
    zh: "公开随机数 hex: 后应是偶数位十六进制。",
    en: "The public randomness after hex: should be an even number of hexadecimal digits.",
  });
}

/** `HEX:61` taken byte by byte would be other randomness than the one meant. */
function misspeltKind(): InputError {
  return new InputError("draw.beacon", {
    zh: "公开随机数的种类应写作小写的 hex: 或 drand:，前后不留空格，冒号用半角。",
    en: "The kind of the public randomness is written hex: or drand:, in lower case, without spaces, with a plain colon.",
  });
}

function drandBytes(value: string): Uint8Array {
  const pasted = readDrand(value);
  const signature = pasted && hexToBytes(pasted.signature);
  if (signature && verifyDrand(pasted.round, signature)) return drandRandomness(signature);
  throw new InputError("draw.drand", {
    zh: "drand 签名与轮次不符，或写法不对：应为 drand:轮次:签名（96位小写十六进制）。请从官方来源重新复制。",
    en: "The drand signature does not belong to its round, or is not written drand:ROUND:SIGNATURE (96 lower-case hexadecimal digits). Copy it again from a public relay.",
  });
}

function notAsPlanned(planned: readonly string[]): InputError {
  const names = planned.join(", ");
  return new InputError("draw.beacon", {
    zh: names
      ? `公开随机数应与方案一致：${names}，每个来源一条，以来源名称加冒号开头。`
      : "方案没有列出随机数来源，应给出且只给出一个公开随机数。",
    en: names
      ? `The public randomness should be as planned: ${names}, one value for each source, beginning with its name and a colon.`
      : "The plan names no sources of randomness: give exactly one public value.",
  });
}
