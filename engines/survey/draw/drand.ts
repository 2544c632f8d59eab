/**
 * Public randomness of the drand network "quicknet" (League of Entropy), checked offline: a round's signature, pasted from
 * anywhere, is a BLS signature under the network's key, and nobody can make one before its time or another for its round.
 */
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { hexToBytes } from "@noble/hashes/utils.js";

/** Chain 52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971; times in seconds since 1970. */
export const quicknet = {
  genesis: 1_692_803_367,
  period: 3,
  publicKey:
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
  domain: "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_",
} as const;

/** The round that is current at a time in seconds since 1970: floor((time − genesis)/period) + 1. */
export function drandRoundAt(time: number): number {
  return Math.floor((time - quicknet.genesis) / quicknet.period) + 1;
}

/** When a round is published, in seconds since 1970. */
export function drandTimeOf(round: number): number {
  return quicknet.genesis + (round - 1) * quicknet.period;
}

/**
 * Whether this is the signature of the round: over SHA-256 of the round in eight bytes, in G1.
 * @param round from 1 @param signature 48 bytes; false for anything that is no point of the curve
 */
export function verifyDrand(round: number, signature: Uint8Array): boolean {
  if (!Number.isSafeInteger(round) || round < 1) return false;
  const message = new Uint8Array(8);
  new DataView(message.buffer).setBigUint64(0, BigInt(round));
  const { hash, verify } = bls12_381.shortSignatures;
  try {
    return verify(signature, hash(sha256(message), quicknet.domain), hexToBytes(quicknet.publicKey));
  } catch {
    return false;
  }
}

/** The randomness of a round: SHA-256 of its signature. */
export function drandRandomness(signature: Uint8Array): Uint8Array {
  return sha256(signature);
}
