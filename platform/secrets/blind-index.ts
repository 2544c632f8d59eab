/**
 * Blind indexes: keyed hashes by which an encrypted value can be found again and compared, but not read. Cut to 16 bytes:
 * two different id numbers of a whole country never meet, and an index of millions of rows stays small.
 */
import { type KeyObject, createHmac, createSecretKey } from "node:crypto";
import { deriveKey } from "./derive.ts";
import type { KeyRing } from "./key-ring.ts";

export interface BlindIndex {
  /** @param idNumber 18, 20 or 22 characters: a disability card begins with the id number, which alone counts */
  ofId(idNumber: string): Buffer;
  /** Of the last four characters of the 18-character number. */
  ofIdTail(lastFour: string): Buffer;
  ofPhone(phone: string): Buffer;
  ofName(name: string): Buffer;
}

const bytes = 16;

export function createBlindIndex(ring: KeyRing): BlindIndex {
  const hash = ring.algorithms === "national" ? "sm3" : "sha256";
  const keyFor = (purpose: string) => createSecretKey(deriveKey(hash, ring.index, purpose));
  const [id, tail, phone] = [keyFor("index id"), keyFor("index id tail"), keyFor("index phone")];
  const name = keyFor("index name");
  // As text first: a buffer of its own for each of a hundred thousand digests would cost more than the hash.
  const digest = (key: KeyObject, text: string) =>
    Buffer.from(
      createHmac(hash, key)
        .update(text)
        .digest("hex")
        .slice(0, 2 * bytes),
      "hex",
    );
  const tails = new Map<string, Buffer>();
  return {
    ofId: (idNumber) => digest(id, idNumber.slice(0, 18).toUpperCase()),
    ofIdTail(lastFour) {
      // There are eleven thousand: kept, they cost nothing.
      const known = tails.get(lastFour);
      if (known) return known;
      const made = digest(tail, lastFour.toUpperCase());
      tails.set(lastFour, made);
      return made;
    },
    ofPhone: (number) => digest(phone, number),
    ofName: (text) => digest(name, text),
  };
}
