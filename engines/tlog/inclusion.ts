/** Proof that an entry stands at its place in a log (RFC 9162 §2.1.3): the hashes beside the path from the leaf to the root. */
import { InputError } from "../input-error.ts";
import { type Hash, leafHash, nodeHash, sameBytes } from "./hashing.ts";
import { type Tree, requireSize, splitBelow, subtreeRoot } from "./tree.ts";

/**
 * PATH(index, D[size]) of RFC 9162 §2.1.3.1, the hash beside the leaf first.
 * @param size of the log then; now when absent @throws InputError tlog.size, tlog.index
 */
export function proveInclusion(tree: Tree, index: number, size: number = tree.size): Uint8Array[] {
  requireSize(tree, size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw wrongIndex(index, size);
  const path: Uint8Array[] = [];
  for (let [from, to] = [0, size]; to - from > 1;) {
    const middle = from + splitBelow(to - from);
    if (index < middle) {
      path.push(subtreeRoot(tree, middle, to));
      to = middle;
    } else {
      path.push(subtreeRoot(tree, from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

export interface InclusionClaim {
  root: Uint8Array;
  size: number;
  /** From 0. */
  index: number;
  entry: Uint8Array;
  proof: readonly Uint8Array[];
}

/** Whether the proof leads from the entry to the root (RFC 9162 §2.1.3.2). */
export function checkInclusion(hash: Hash, claim: InclusionClaim): boolean {
  const root = rootFromInclusion(hash, claim);
  return root !== undefined && sameBytes(root, claim.root);
}

/** The root that the proof leads to; undefined where its length does not fit index and size. */
function rootFromInclusion(
  hash: Hash,
  { size, index, entry, proof }: InclusionClaim,
): Uint8Array | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    return undefined;
  let [node, last] = [index, size - 1];
  let reached = leafHash(hash, entry);
  for (const beside of proof) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      reached = nodeHash(hash, beside, reached);
      // A last node without a sibling goes up unchanged until it is somebody's right child.
      while (node % 2 === 0 && node > 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      reached = nodeHash(hash, reached, beside);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? reached : undefined;
}

function wrongIndex(index: number, size: number): InputError {
  return new InputError("tlog.index", {
    zh: `日志有${size}条，序号从0到${size - 1}，没有第${index}条。`,
    en: `The log has ${size} entries, numbered from 0: there is no entry ${index}.`,
  });
}
