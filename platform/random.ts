/** Random bytes in small pieces: one call to the system fills many, because each call costs more than the bytes. */
import { randomFillSync } from "node:crypto";

const pool = Buffer.alloc(4096);
let used = pool.length;

/** Bytes that are handed out once. @param length at most 4096 */
export function randomPiece(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += length;
  return Buffer.from(pool.subarray(used - length, used));
}
