/** How the seed of a draw comes about, step by step: what goes into each hash, byte by byte, for whoever wants to redo it. */
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { readDrand } from "./beacon.ts";
import type { Draw } from "./draw.ts";
import { combineShares, lengthPrefixed } from "./seed.ts";

export interface SeedStep {
  zh: string;
  en: string;
  /** As JZFP-DRAW-1 writes it. */
  formula: string;
  /** What is hashed, in hex; null where a whole file is, or nothing. */
  hashed: string | null;
  /** What comes out, in hex. */
  value: string;
}

/**
 * @param draw as computed from the same shares and beacons
 * @param shares 32 bytes each, in hex @param beacons as they were announced
 */
export function seedSteps(draw: Draw, shares: readonly string[], beacons: readonly string[]): SeedStep[] {
  const secret = combineShares(shares.map(hexToBytes));
  return [
    {
      zh: `名单的根：${draw.frame.units.length}行两两合并求哈希，直到只剩一个`,
      en: `Root of the frame: its ${draw.frame.units.length} lines hashed in pairs until one hash is left`,
      formula: "leaf = SHA256(00 ‖ line), node = SHA256(01 ‖ left ‖ right)",
      hashed: null,
      value: bytesToHex(draw.frameRoot),
    },
    {
      zh: "方案的哈希：方案原文的每一个字节",
      en: "Hash of the plan: every byte of its text",
      formula: "SHA256(plan)",
      hashed: null,
      value: bytesToHex(draw.planHash),
    },
    randomnessStep(draw, beacons),
    {
      zh: `密钥：${shares.length}份逐字节异或，少一份就算不出`,
      en: `Secret: exclusive or of ${shares.length} shares, unknown while one of them is`,
      formula: shares.map((_, at) => `k${at + 1}`).join(" ⊕ "),
      hashed: null,
      value: bytesToHex(secret),
    },
    ...hashSteps(draw, secret),
  ];
}

function randomnessStep(draw: Draw, beacons: readonly string[]): SeedStep {
  const formula = beacons.map(formulaOf).join(", ");
  return {
    zh: `公开随机数：来自 ${beacons.map(sourceOf).join("、")}`,
    en: `Public randomness: from ${beacons.map(sourceOf).join(", ")}`,
    formula: beacons.length > 1 ? `SHA256(lp("JZFP-BEACON-1") lp(…)): ${formula}` : formula,
    hashed: null,
    value: bytesToHex(draw.publicRandomness),
  };
}

function hashSteps(draw: Draw, secret: Uint8Array): SeedStep[] {
  const { frameRoot, planHash, publicRandomness, plan } = draw;
  const parts = [utf8ToBytes("JZFP-DRAW-1"), frameRoot, planHash, publicRandomness, secret];
  return [
    {
      zh: "种子：以上四样连同名称，各加四字节长度，一起求哈希",
      en: "Seed: the four above and the name of the method, each after its length in four bytes, hashed together",
      formula: 'SHA256(lp("JZFP-DRAW-1") lp(root) lp(plan) lp(randomness) lp(k))',
      hashed: bytesToHex(lengthPrefixed(...parts)),
      value: bytesToHex(draw.seed),
    },
    {
      zh: `县种子：由种子和县代码 ${plan.county} 算出，本县抽样的一切都由它决定`,
      en: `County seed: from the seed and the county code ${plan.county}; all of this county's draw follows from it`,
      formula: `HMAC-SHA256(seed, "sub\\n${plan.county}")`,
      hashed: bytesToHex(utf8ToBytes(`sub\n${plan.county}`)),
      value: bytesToHex(draw.countySeed),
    },
  ];
}

/** Source and number, without what came out. */
function sourceOf(beacon: string): string {
  return beacon.split(":").slice(0, 2).join(":").slice(0, 40);
}

function formulaOf(beacon: string): string {
  const drand = readDrand(beacon);
  if (drand) return `SHA256(${drand.signature})`;
  return beacon.startsWith("hex:") ? "hex" : `UTF-8("${beacon}")`;
}
