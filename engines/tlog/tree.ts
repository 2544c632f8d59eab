/**
 * A tree kept as levels: level 0 holds the leaf hashes, level k the roots of complete, aligned subtrees of 2^k leaves. From
 * it the root of any earlier size, every proof and every tile is read with at most log2(n) hashes. Levels are packed bytes:
 * a million entries take 64 MB, not two million objects.
 */
import { InputError } from "../input-error.ts";
import { type Hash, emptyRoot, leafHash, nodeHash } from "./hashing.ts";

export interface Tree {
  hash: Hash;
  size: number;
  /** Bytes of one hash. */
  width: number;
  /** The hash i of levels[k], at i·width, covers the leaves [i·2^k, (i+1)·2^k). */
  levels: Uint8Array[];
}

export function treeOfEntries(hash: Hash, entries: Iterable<Uint8Array>): Tree {
  const width = emptyRoot(hash).length;
  let leaves: Uint8Array = new Uint8Array(1024 * width);
  let end = 0;
  for (const entry of entries) {
    if (end === leaves.length) leaves = grown(leaves);
    leaves.set(leafHash(hash, entry), end);
    end += width;
  }
  const levels: Uint8Array[] = [leaves.slice(0, end)];
  for (let below = levels[0]; below && below.length >= 2 * width; below = levels.at(-1)) {
    levels.push(levelAbove(hash, below, width));
  }
  return { hash, size: end / width, width, levels };
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
  if (left * 2 === length || length === 1) return hashAt(tree, powerOf(length), from / length);
  return nodeHash(tree.hash, subtreeRoot(tree, from, from + left), subtreeRoot(tree, from + left, to));
}

/** The largest power of two that is smaller than `length` (at least 2): where RFC 9162 §2.1.1 splits a list. */
export function splitBelow(length: number): number {
  return 2 ** powerOf(length - 1);
}

/** @throws InputError tlog.size */
export function requireSize(tree: Pick<Tree, "size">, size: number): void {
  if (Number.isSafeInteger(size) && size >= 0 && size <= tree.size) return;
  throw new InputError("tlog.size", {
    zh: `日志有${tree.size}条，大小应是0到${tree.size}的整数，给出的是${size}。`,
    en: `The log has ${tree.size} entries: a size is a whole number from 0 to ${tree.size}, not ${size}.`,
  });
}

/** floor(log2(value)), exact for 1 … 2^32 − 1: a tree in memory is never longer. */
function powerOf(value: number): number {
  return 31 - Math.clz32(value);
}

function hashAt({ levels, width }: Tree, level: number, index: number): Uint8Array {
  const found = levels[level]?.slice(index * width, (index + 1) * width);
  if (found?.length !== width) throw new Error(`no node ${index} on level ${level}`);
  return found;
}

function levelAbove(hash: Hash, below: Uint8Array, width: number): Uint8Array {
  const pairs = Math.floor(below.length / (2 * width));
  const level = new Uint8Array(pairs * width);
  // The two children lie side by side: the input of each hash is the byte of a node and a stretch of the level below.
  const input = new Uint8Array(1 + 2 * width).fill(1, 0, 1);
  for (let at = 0; at < pairs; at++) {
    input.set(below.subarray(2 * at * width, 2 * (at + 1) * width), 1);
    level.set(hash(input), at * width);
  }
  return level;
}

function grown(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(2 * bytes.length);
  larger.set(bytes);
  return larger;
}
