/** Opens a register file by what it is, not by what its name says. Throws the problems of reading.problems.ts. */
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { readingProblems } from "../reading.problems.ts";
import type { SheetReader } from "./cell.ts";
import { openCsv } from "./csv.ts";
import { openXlsx } from "./xlsx.ts";
import { zipLimits } from "./zip.ts";

const encryptedPackage = Buffer.from("EncryptedPackage", "utf16le");

/** A file in memory: one from outside never lies on a disk in plain text. */
export interface RegisterFile {
  /** As the sender named it, with its ending. */
  name: string;
  bytes: Buffer;
}

export async function openRegisterFile(
  { name, bytes: file }: RegisterFile,
  encoding?: string,
): Promise<SheetReader> {
  requireSize(file.length);
  const start = file.toString("latin1", 0, 64);
  if (start.startsWith("PK")) return openXlsx(file);
  if (start.startsWith("\xD0\xCF\x11\xE0"))
    throw readingProblems[file.includes(encryptedPackage) ? "reading.encrypted" : "reading.old-xls"]();
  if (/^(\xEF\xBB\xBF)?\s*<(html|table|!doctype|\?xml|meta|head)/i.test(start))
    throw readingProblems["reading.old-xls"]();
  const marked = start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF");
  if (!marked && encoding === undefined && file.subarray(0, 8192).includes(0))
    throw readingProblems["reading.not-a-table"]();
  return openText(file, name, encoding);
}

function openText(file: Buffer, name: string, encoding: string | undefined): SheetReader {
  const extension = extname(name);
  const saysExcel = /^\.xls/i.test(extension);
  try {
    const reader = openCsv(file, basename(name, extension), encoding);
    return saysExcel ? { ...reader, falseExtension: extension } : reader;
  } catch (error) {
    if (saysExcel && encoding === undefined) throw readingProblems["reading.not-excel"]({ extension }, error);
    throw error;
  }
}

/** For files that lie on the operator's own disk. @throws Problem reading.no-file, reading.empty, reading.too-large */
export async function loadRegisterFile(path: string): Promise<RegisterFile> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw readingProblems["reading.no-file"]({ file: basename(path) });
  requireSize(found.size);
  return { name: basename(path), bytes: await readFile(path) };
}

function requireSize(bytes: number): void {
  if (bytes === 0) throw readingProblems["reading.empty"]();
  if (bytes > zipLimits.fileBytes)
    throw readingProblems["reading.too-large"]({
      zh: "文件大小",
      en: "The size of the file",
      limit: `${zipLimits.fileBytes / 1024 ** 2} MB`,
    });
}
