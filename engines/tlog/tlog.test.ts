import { createHash } from "node:crypto";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { expect, test } from "vitest";
import { checkConsistency, proveConsistency } from "./consistency.ts";
import { rootOfEntries } from "./frontier.ts";
import { type Hash, emptyRoot } from "./hashing.ts";
import { checkInclusion, proveInclusion } from "./inclusion.ts";
import { rootAt, treeOfEntries } from "./tree.ts";

/** The entries of the test tree that the Certificate Transparency project published with its roots. */
const published = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => hexToBytes(hex));
const publishedRoots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const entries = Array.from({ length: 70 }, (_, at) => Uint8Array.of(at, 7));
const tree = treeOfEntries(sha256, entries);
const flipped = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 0 ? byte ^ 1 : byte));

test.each(publishedRoots.map((root, at) => [at + 1, root] as const))(
  "the published root of the first %i entries, from the frontier and from the levels",
  (size, root) => {
    expect(bytesToHex(rootOfEntries(sha256, published.slice(0, size)))).toBe(root);
    expect(bytesToHex(rootAt(treeOfEntries(sha256, published), size))).toBe(root);
  },
);

test("another hash passed in gives another tree: SM3 over the same entries", () => {
  const sm3: Hash = (bytes) => new Uint8Array(createHash("sm3").update(bytes).digest());
  expect(bytesToHex(rootOfEntries(sm3, published))).toBe(
    "bc48ba7a709184b5f2a631e1adeb8dc2a0d4c018c1d6cc89b5664fe154c93b38",
  );
});

test("a log without entries has the hash of nothing as its root", () => {
  expect(bytesToHex(rootAt(tree, 0))).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
  expect(rootOfEntries(sha256, [])).toEqual(emptyRoot(sha256));
});

test("frontier and levels agree at each size", () => {
  for (let size = 0; size <= entries.length; size++) {
    expect(rootOfEntries(sha256, entries.slice(0, size))).toEqual(rootAt(tree, size));
  }
});

test("each entry is proven in each size up to 70, and in no other way", () => {
  let count = 0;
  for (let size = 1; size <= 70; size++) {
    const root = rootAt(tree, size);
    for (let index = 0; index < size; index++, count++) {
      const proof = proveInclusion(tree, index, size);
      const claim = { root, size, index, entry: entries[index]!, proof };
      const wrong = [
        { ...claim, entry: Uint8Array.of(index) },
        { ...claim, root: flipped(root) },
        { ...claim, index: index === 0 ? size : index - 1 },
        { ...claim, proof: [...proof, root] },
        ...(proof.length > 0 ? [{ ...claim, proof: proof.slice(1) }] : []),
        ...proof.map((_, at) => ({
          ...claim,
          proof: proof.map((hash, k) => (k === at ? flipped(hash) : hash)),
        })),
      ];
      expect([claim, ...wrong].map((one) => checkInclusion(sha256, one)).indexOf(true)).toBe(0);
      expect(wrong.some((one) => checkInclusion(sha256, one))).toBe(false);
    }
  }
  expect(count).toBe(2485);
});

test("each older size up to 70 is proven to be the beginning of each later one, and of no other", () => {
  let count = 0;
  for (let size = 0; size <= 70; size++) {
    for (let oldSize = 0; oldSize <= size; oldSize++, count++) {
      const proof = proveConsistency(tree, oldSize, size);
      const claim = { oldSize, oldRoot: rootAt(tree, oldSize), size, root: rootAt(tree, size), proof };
      expect(checkConsistency(sha256, claim)).toBe(true);
      const wrong = [
        { ...claim, oldRoot: flipped(claim.oldRoot) },
        { ...claim, proof: [...proof, claim.root] },
        ...(oldSize > 0 ? [{ ...claim, root: flipped(claim.root) }] : []),
        ...(proof.length > 0 ? [{ ...claim, proof: proof.slice(0, -1) }] : []),
        ...proof.map((_, at) => ({
          ...claim,
          proof: proof.map((hash, k) => (k === at ? flipped(hash) : hash)),
        })),
      ];
      expect(wrong.some((one) => checkConsistency(sha256, one))).toBe(false);
    }
  }
  // 2,555 pairs of an older and a later log, and the empty log as its own beginning.
  expect(count).toBe(2556);
});

test.each([
  [() => proveInclusion(tree, 70), "tlog.index"],
  [() => proveInclusion(tree, -1), "tlog.index"],
  [() => proveInclusion(tree, 0, 71), "tlog.size"],
  [() => proveConsistency(tree, 8, 7), "tlog.size"],
  [() => rootAt(tree, 1.5), "tlog.size"],
])("what the log does not have is refused with a sentence (%#)", (attempt, code) => {
  expect(attempt).toThrow(expect.objectContaining({ code, zh: expect.any(String), en: expect.any(String) }));
});
