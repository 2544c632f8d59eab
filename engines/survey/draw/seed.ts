/**
 * Where the chance of a draw comes from (JZFP-DRAW-1): the frozen frame, the plan, public randomness and a secret that was
 * committed to beforehand. Whoever knows only one of them can neither choose nor foresee the sample.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { InputError } from "../../input-error.ts";

/** A share of the secret, and the secret, in bytes. */
const secretLength = 32;

export interface SeedParts {
  frameRoot: Uint8Array;
  planHash: Uint8Array;
  publicRandomness: Uint8Array;
  secret: Uint8Array;
}

/** SHA256(lp("JZFP-DRAW-1") lp(frameRoot) lp(planHash) lp(publicRandomness) lp(secret)). */
export function drawSeed({ frameRoot, planHash, publicRandomness, secret }: SeedParts): Uint8Array {
  return sha256(lengthPrefixed(utf8ToBytes("JZFP-DRAW-1"), frameRoot, planHash, publicRandomness, secret));
}

/** The seed of one county's draw, HMAC(seed, "sub" LF county), which can be told without telling another's. */
export function countySeed(seed: Uint8Array, county: string): Uint8Array {
  return hmac(sha256, seed, utf8ToBytes(`sub\n${county}`));
}

/** What the holder of a share publishes before the beacon: SHA256(lp("JZFP-SECRET-1") lp(share)). */
export function shareCommitment(share: Uint8Array): Uint8Array {
  return sha256(lengthPrefixed(utf8ToBytes("JZFP-SECRET-1"), share));
}

/**
 * The secret: the exclusive or of all shares, unknown while one of them is. Equal shares cancel and a share of zeros adds
 * nothing, so that their holders would hold nothing: both are refused, as is a secret of zeros, which anybody can guess.
 * @throws InputError draw.share
 */
export function combineShares(shares: readonly Uint8Array[]): Uint8Array {
  const wrong = shares.findIndex((share) => share.length !== secretLength);
  if (shares.length === 0 || wrong !== -1) throw badShare(wrong + 1);
  const written = shares.map(bytesToHex);
  const empty = written.findIndex((share, at) => isZero(share) || written.indexOf(share) !== at);
  if (empty !== -1) throw emptyShare(empty + 1);
  const secret = new Uint8Array(secretLength);
  for (const share of shares) for (const [at, byte] of share.entries()) secret[at] = (secret[at] ?? 0) ^ byte;
  if (isZero(bytesToHex(secret))) throw emptyShare(shares.length);
  return secret;
}

function isZero(hex: string): boolean {
  return /^0*$/.test(hex);
}

/** lp of each, one after another: four bytes of length, big-endian, then the bytes. Two lists never run into each other. */
export function lengthPrefixed(...parts: Uint8Array[]): Uint8Array {
  return concatBytes(
    ...parts.flatMap((part) => {
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, part.length);
      return [length, part];
    }),
  );
}

function badShare(number: number): InputError {
  return new InputError("draw.share", {
    zh:
      number === 0
        ? "没有密钥份额。请给出每一方的份额。"
        : `第${number}个密钥份额不是${secretLength}字节（${secretLength * 2}位十六进制）。`,
    en:
      number === 0
        ? "There is no share of the secret. Give the share of each holder."
        : `Share ${number} of the secret is not ${secretLength} bytes (${secretLength * 2} hexadecimal digits).`,
  });
}

function emptyShare(number: number): InputError {
  return new InputError("draw.share", {
    zh: `第${number}个密钥份额不起作用：全为零、与另一个相同，或与其余份额相互抵消。请各方独立地重新产生份额。`,
    en: `Share ${number} of the secret has no effect: it is all zeros, the same as another, or cancels the others. Let each holder make a new one independently.`,
  });
}
