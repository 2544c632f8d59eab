/** Proof that a log only grew (RFC 9162 §2.1.4): that its first `oldSize` entries are still those that had the old root. */
import { type Hash, emptyRoot, nodeHash, sameBytes } from "./hashing.ts";
import { type Tree, requireSize, splitBelow, subtreeRoot } from "./tree.ts";

/**
 * PROOF(oldSize, D[size]) of RFC 9162 §2.1.4.1; empty for an old size of 0 or the same size.
 * @throws InputError tlog.size
 */
export function proveConsistency(tree: Tree, oldSize: number, size: number = tree.size): Uint8Array[] {
  requireSize(tree, size);
  requireSize({ ...tree, size }, oldSize);
  if (oldSize === 0 || oldSize === size) return [];
  const path: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to !== oldSize) {
    const middle = from + splitBelow(to - from);
    if (oldSize <= middle) {
      path.push(subtreeRoot(tree, middle, to));
      to = middle;
    } else {
      path.push(subtreeRoot(tree, from, middle));
      from = middle;
    }
  }
  // Where the old log is a complete subtree from the first leaf on, its root is known and need not be told.
  if (from > 0) path.push(subtreeRoot(tree, from, to));
  return path.reverse();
}

export interface ConsistencyClaim {
  oldSize: number;
  oldRoot: Uint8Array;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

/** Whether the new log begins with the old one (RFC 9162 §2.1.4.2). */
export function checkConsistency(hash: Hash, claim: ConsistencyClaim): boolean {
  const { oldSize, oldRoot, size, root, proof } = claim;
  const isRange =
    Number.isSafeInteger(oldSize) && Number.isSafeInteger(size) && 0 <= oldSize && oldSize <= size;
  if (!isRange) return false;
  if (oldSize === 0) return proof.length === 0 && sameBytes(oldRoot, emptyRoot(hash));
  if (oldSize === size) return proof.length === 0 && sameBytes(oldRoot, root);
  const roots = rootsFromProof(hash, claim);
  return roots !== undefined && sameBytes(roots.old, oldRoot) && sameBytes(roots.new, root);
}

function rootsFromProof(
  hash: Hash,
  { oldSize, oldRoot, size, proof }: ConsistencyClaim,
): { old: Uint8Array; new: Uint8Array } | undefined {
  let [node, last] = [oldSize - 1, size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  const [first, ...rest] = node === 0 ? [oldRoot, ...proof] : proof;
  if (!first) return undefined;
  let [old, grown] = [first, first];
  for (const beside of rest) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      [old, grown] = [nodeHash(hash, beside, old), nodeHash(hash, beside, grown)];
      while (node % 2 === 0 && node > 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      grown = nodeHash(hash, grown, beside);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? { old, new: grown } : undefined;
}
