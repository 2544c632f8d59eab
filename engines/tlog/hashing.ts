/**
 * How entries become hashes (RFC 6962 §2.1, RFC 9162 §2.1.1). The hash function is passed in: SHA-256 today, SM3 for a second
 * tree over the same entries. Leaves and inner nodes begin with different bytes, so that neither can pass for the other.
 */

/** Bytes in, digest out; always a digest of the same length, in an array of its own. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** The hash of a leaf: H(00 ‖ entry). */
export function leafHash(hash: Hash, entry: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + entry.length);
  input.set(entry, 1);
  return hash(input);
}

/** The hash of an inner node: H(01 ‖ left ‖ right). */
export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + left.length + right.length);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return hash(input);
}

/** The root of a log without entries: H(). */
export function emptyRoot(hash: Hash): Uint8Array {
  return hash(new Uint8Array());
}

/** Whether two digests are the same bytes. What is compared here is public: no constant time is needed. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
