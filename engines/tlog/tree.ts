/**
 * A tree kept as levels: level 0 holds the leaf hashes, level k the roots of complete, aligned subtrees of 2^k leaves. From
 * it the root of any earlier size, every proof and every tile is read with at most log2(n) hashes.
 */
import { InputError } from "../input-error.ts";
import { type Hash, emptyRoot, leafHash, nodeHash } from "./hashing.ts";

export interface Tree {
  hash: Hash;
  size: number;
  /** levels[k][i] covers the leaves [i·2^k, (i+1)·2^k). */
  levels: Uint8Array[][];
}

export function treeOfLeaves(hash: Hash, leaves: Uint8Array[]): Tree {
  const levels: Uint8Array[][] = [leaves];
  for (let below = leaves; below.length > 1;) {
    const level: Uint8Array[] = [];
    for (let at = 1; at < below.length; at += 2)
      level.push(nodeHash(hash, nodeAt(below, at - 1), nodeAt(below, at)));
    levels.push(level);
    below = level;
  }
  return { hash, size: leaves.length, levels };
}

export function treeOfEntries(hash: Hash, entries: Iterable<Uint8Array>): Tree {
  return treeOfLeaves(
    hash,
    Array.from(entries, (entry) => leafHash(hash, entry)),
  );
}

/** The root when the log had `size` entries. @throws InputError tlog.size */
export function rootAt(tree: Tree, size: number = tree.size): Uint8Array {
  requireSize(tree, size);
  return size === 0 ? emptyRoot(tree.hash) : subtreeRoot(tree, 0, size);
}

/**
 * The hash over the leaves [from, to), where `from` is aligned as RFC 9162 splits lists: a multiple of the largest power of
 * two below the length, or of the length where that is a power of two itself.
 */
export function subtreeRoot(tree: Tree, from: number, to: number): Uint8Array {
  const length = to - from;
  const left = splitBelow(length);
  if (left * 2 === length || length === 1) return nodeAt(tree.levels[powerOf(length)] ?? [], from / length);
  return nodeHash(tree.hash, subtreeRoot(tree, from, from + left), subtreeRoot(tree, from + left, to));
}

/** The largest power of two that is smaller than `length` (at least 2): where RFC 9162 §2.1.1 splits a list. */
export function splitBelow(length: number): number {
  return 2 ** powerOf(length - 1);
}

/** floor(log2(value)), exact for 1 … 2^32 − 1: a tree in memory is never longer. */
function powerOf(value: number): number {
  return 31 - Math.clz32(value);
}

/** @throws InputError tlog.size */
export function requireSize(tree: Tree, size: number): void {
  if (Number.isSafeInteger(size) && size >= 0 && size <= tree.size) return;
  throw new InputError("tlog.size", {
    zh: `日志有${tree.size}条，大小应是0到${tree.size}的整数，给出的是${size}。`,
    en: `The log has ${tree.size} entries: a size is a whole number from 0 to ${tree.size}, not ${size}.`,
  });
}

function nodeAt(level: Uint8Array[], index: number): Uint8Array {
  const found = level[index];
  if (!found) throw new Error(`no node ${index}`);
  return found;
}
