/** One master key gives a key of its own to each purpose, so that no two uses share one. */
import { createHmac } from "node:crypto";

/** 32 bytes: the HMAC of the purpose under the master key. */
export function deriveKey(hash: "sha256" | "sm3", master: Buffer, purpose: string): Buffer {
  return createHmac(hash, master).update(`jingzhun 1 ${purpose}`).digest();
}
