/**
 * A look into an .xlsx before any library opens it: the central directory and each XML part once, with hard limits on what
 * they really unpack to. Throws `reading.damaged`, `reading.bomb`, `reading.too-large`, `reading.encrypted`.
 */
import { createInflateRaw } from "node:zlib";
import { readingProblems } from "../reading.problems.ts";

export const zipLimits = {
  fileBytes: 100 * 1024 ** 2,
  entries: 5_000,
  /** A worksheet is streamed; every other part is held in memory. */
  worksheetBytes: 600 * 1024 ** 2,
  partBytes: 150 * 1024 ** 2,
  totalBytes: 1024 ** 3,
  ratio: 200,
  /** Small parts may compress better than any bomb. */
  ratioMattersFrom: 4 * 1024 ** 2,
};

export interface ZipEntry {
  name: string;
  compressed: Buffer;
  stored: boolean;
  bytes: number;
}

const endSignature = Buffer.from("504b0506", "hex");
const longestComment = 65_535;

const damaged = (part: string): Error => readingProblems["reading.damaged"]({ part });
const tooLarge = (): Error =>
  readingProblems["reading.too-large"]({
    zh: "文件内容的大小",
    en: "The size of the contents",
    limit: `${zipLimits.worksheetBytes / 1024 ** 2} MB`,
  });
const bomb = (part: string): Error => readingProblems["reading.bomb"]({ part });

export function readZipDirectory(file: Buffer): Map<string, ZipEntry> {
  const end = file.lastIndexOf(endSignature);
  if (end < 0 || end < file.length - longestComment - 22 || end + 22 > file.length) throw damaged("zip");
  const count = file.readUInt16LE(end + 10);
  if (count > zipLimits.entries) throw bomb("zip");
  const entries = new Map<string, ZipEntry>();
  let at = file.readUInt32LE(end + 16);
  let total = 0;
  let compressedTotal = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== 0x02014b50) throw damaged("zip");
    const { entry, next } = entryAt(file, at);
    total += entry.bytes;
    compressedTotal += entry.compressed.length;
    if (compressedTotal > file.length) throw bomb("zip");
    if (total > zipLimits.totalBytes) throw tooLarge();
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

function entryAt(file: Buffer, at: number): { entry: ZipEntry; next: number } {
  const nameLength = file.readUInt16LE(at + 28);
  const extraLength = file.readUInt16LE(at + 30);
  const name = file.toString("utf8", at + 46, at + 46 + nameLength);
  if (file.readUInt16LE(at + 8) & 1) throw readingProblems["reading.encrypted"]();
  const method = file.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw damaged(name);
  const extra = file.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const [bytes, size, header] = sizesOf(file, at, extra);
  if (isTooDense(bytes, size)) throw bomb(name);
  if (bytes > (name.includes("worksheets/") ? zipLimits.worksheetBytes : zipLimits.partBytes))
    throw tooLarge();
  if (header + 30 > file.length || file.readUInt32LE(header) !== 0x04034b50) throw damaged(name);
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
  if (start + size > file.length) throw damaged(name);
  const entry = { name, compressed: file.subarray(start, start + size), stored: method === 0, bytes };
  return { entry, next: at + 46 + nameLength + extraLength + file.readUInt16LE(at + 32) };
}

/** Unpacked size, packed size, place of the local header. Some writers keep them in the ZIP64 field even when small. */
function sizesOf(file: Buffer, at: number, extra: Buffer): [number, number, number] {
  const sizes: [number, number, number] = [
    file.readUInt32LE(at + 24),
    file.readUInt32LE(at + 20),
    file.readUInt32LE(at + 42),
  ];
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== 1) continue;
    let value = field + 4;
    for (const [index, size] of sizes.entries())
      if (size === 0xffffffff && value + 8 <= extra.length) {
        sizes[index] = Number(extra.readBigUInt64LE(value));
        value += 8;
      }
  }
  return sizes;
}

function isTooDense(bytes: number, compressed: number): boolean {
  return bytes > zipLimits.ratioMattersFrom && bytes > compressed * zipLimits.ratio;
}

/** The unpacked part, piece by piece. The size that the directory declares is not believed but enforced. */
export async function* inflateEntry(entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.stored) {
    if (entry.compressed.length !== entry.bytes) throw damaged(entry.name);
    yield entry.compressed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 1024 ** 2 });
  inflate.end(entry.compressed);
  let bytes = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > entry.bytes || isTooDense(bytes, entry.compressed.length)) throw bomb(entry.name);
      yield piece;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
      throw readingProblems["reading.damaged"]({ part: entry.name }, error);
    throw error;
  }
  if (bytes !== entry.bytes) throw damaged(entry.name);
}

export async function inflateWhole(entry: ZipEntry): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of inflateEntry(entry)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
