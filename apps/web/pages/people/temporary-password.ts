/** A password that is told by mouth or on paper and changed at the first sign-in. */

/** 32 signs: none that is read as another one (0 O, 1 l I). */
const signs = "abcdefghijkmnpqrstuvwxyz23456789";
const length = 12;

/** Twelve signs in three groups, 60 bits of the browser's own randomness: `k7mp-2xwd-9rte`. */
export function temporaryPassword(): string {
  const random = crypto.getRandomValues(new Uint8Array(length));
  const drawn = [...random].map((byte) => signs[byte % signs.length]).join("");
  return drawn.replace(/.{4}(?=.)/g, "$&-");
}
