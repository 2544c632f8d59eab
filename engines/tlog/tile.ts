/**
 * Tiles (C2SP tlog-tiles): a log published as static files of 256 hashes each. The tile of level L and number N holds the
 * hashes N·256 … N·256+255 of tree level 8·L; bundles of entries are laid out the same way.
 */
import { InputError } from "../input-error.ts";
import { type Tree, requireSize } from "./tree.ts";

const width = 256;

/**
 * Path of a tile: `tile/0/x001/x234/067`; of one that is not full yet, with its width: `tile/0/067.p/12`.
 * @param level of tiles, from 0, or `entries` for a bundle of entries
 */
export function tilePath(level: number | "entries", number: number, partialWidth?: number): string {
  const digits = String(number);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? [];
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${name}${partialWidth === undefined ? "" : `.p/${partialWidth}`}`;
}

/** The bytes of a tile as they are when the log has `size` entries, with the path that they belong to. @throws InputError */
export function tileOf(
  tree: Tree,
  level: number,
  number: number,
  size: number = tree.size,
): { path: string; bytes: Uint8Array } {
  requireSize(tree, size);
  const first = number * width;
  const end = Math.min(Math.floor(size / width ** level), first + width);
  if (end <= first) throw noTile(tilePath(level, number), size);
  const path = tilePath(level, number, end - first < width ? end - first : undefined);
  const bytes = (tree.levels[8 * level] ?? new Uint8Array()).slice(first * tree.width, end * tree.width);
  return { path, bytes };
}

/** A bundle of at most 256 entries: each is its length in two bytes, big-endian, then its bytes. @throws InputError */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length > width) throw badBundle();
  return joined(
    entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw badBundle();
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle. @throws InputError tlog.bundle */
export function readEntryBundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const [high, low] = bytes.subarray(at, at + 2);
    if (high === undefined || low === undefined) throw badBundle();
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) throw badBundle();
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  if (entries.length > width) throw badBundle();
  return entries;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function noTile(path: string, size: number): InputError {
  return new InputError("tlog.tile", {
    zh: `日志有${size}条时还没有 ${path} 这一块。`,
    en: `With ${size} entries the log has no tile ${path} yet.`,
  });
}

function badBundle(): InputError {
  return new InputError("tlog.bundle", {
    zh: "条目包不对：最多256条，每条不超过65535字节，长度在前、内容在后。",
    en: "This is no bundle of entries: at most 256, each of at most 65535 bytes, its length before its bytes.",
  });
}
