import { sha256 } from "@noble/hashes/sha2.js";
import { expect, test } from "vitest";
import { entryBundle, readEntryBundle, tileOf, tilePath } from "./tile.ts";
import { rootAt, treeOfEntries } from "./tree.ts";

const entries = Array.from({ length: 600 }, (_, at) => new Uint8Array(at % 5).fill(at));
const tree = treeOfEntries(sha256, entries);

test.each([
  [tilePath(0, 1234067), "tile/0/x001/x234/067"],
  [tilePath(1, 7, 12), "tile/1/007.p/12"],
  [tilePath(2, 1000), "tile/2/x001/000"],
  [tilePath("entries", 999), "tile/entries/999"],
])("path %s", (path, expected) => {
  expect(path).toBe(expected);
});

test("a full tile holds 256 hashes, the last one what there is", () => {
  expect(tileOf(tree, 0, 1)).toMatchObject({ path: "tile/0/001", bytes: { length: 256 * 32 } });
  expect(tileOf(tree, 0, 2)).toMatchObject({ path: "tile/0/002.p/88", bytes: { length: 88 * 32 } });
  expect(tileOf(tree, 1, 0, 511)).toMatchObject({ path: "tile/1/000.p/1" });
  expect(() => tileOf(tree, 0, 3)).toThrow(expect.objectContaining({ code: "tlog.tile" }));
});

test("a tile of the level above holds the roots of the tiles below", () => {
  expect(tileOf(tree, 1, 0, 600).bytes.slice(0, 32)).toEqual(rootAt(tree, 256));
});

test("entries come back from their bundle; one that is cut off is refused", () => {
  const bytes = entryBundle(entries.slice(0, 256));
  expect(readEntryBundle(bytes)).toEqual(entries.slice(0, 256));
  for (const cut of [bytes.slice(0, -1), bytes.slice(0, 1)]) {
    expect(() => readEntryBundle(cut)).toThrow(expect.objectContaining({ code: "tlog.bundle" }));
  }
  expect(() => entryBundle(entries)).toThrow(expect.objectContaining({ code: "tlog.bundle" }));
});
