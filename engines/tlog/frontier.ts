/**
 * The root of a list whose entries come one after another, in memory for log2(n) hashes: the frontier holds the roots of
 * the complete subtrees that the entries so far fall into, the largest first, one for each set bit of the size.
 */
import { type Hash, emptyRoot, leafHash, nodeHash } from "./hashing.ts";

export interface Frontier {
  size: number;
  /** Changed in place by `appendLeaf`; to be stored as it is by a log that goes on later. */
  hashes: Uint8Array[];
}

export function emptyFrontier(): Frontier {
  return { size: 0, hashes: [] };
}

/** Adds one leaf hash: as many subtrees are joined as the size has trailing ones. */
export function appendLeaf(hash: Hash, frontier: Frontier, leaf: Uint8Array): void {
  let joined = leaf;
  for (let rest = frontier.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    joined = nodeHash(hash, frontier.hashes.pop() ?? joined, joined);
  }
  frontier.hashes.push(joined);
  frontier.size += 1;
}

/** The root over all leaves appended so far (RFC 9162 §2.1.1): subtrees are joined from the smallest up. */
export function frontierRoot(hash: Hash, frontier: Frontier): Uint8Array {
  const joined = frontier.hashes.reduceRight<Uint8Array | undefined>(
    (right, left) => (right ? nodeHash(hash, left, right) : left),
    undefined,
  );
  return joined ?? emptyRoot(hash);
}

/** The root of a whole list of entries. */
export function rootOfEntries(hash: Hash, entries: Iterable<Uint8Array>): Uint8Array {
  const frontier = emptyFrontier();
  for (const entry of entries) appendLeaf(hash, frontier, leafHash(hash, entry));
  return frontierRoot(hash, frontier);
}
