/** The file of a log, one entry a line: the bytes of a line are the entry, whatever they are. */
import { InputError } from "../../engines/input-error.ts";
import type { Words } from "./command.ts";
import { linesOf, readBytes } from "./text-file.ts";

export interface LogFile {
  entries: Iterable<Uint8Array>;
  /** Bytes that are easily overlooked and change every root. */
  notes: Words[];
}

/** @throws InputError tlog.not-text @throws Problem cli.file-missing */
export async function readLogFile(file: string): Promise<LogFile> {
  const bytes = await readBytes(file);
  if (bytes.includes(0)) throw notText(file);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const notes = [hasMark ? markCounts : undefined, bytes.includes(0x0d) ? returnsCount : undefined];
  return { entries: linesOf(bytes), notes: notes.filter((note) => note !== undefined) };
}

const markCounts: Words = {
  zh: "文件开头有BOM（字节顺序标记），它算作第一条的内容。",
  en: "The file begins with a byte-order mark, which counts as part of the first entry.",
};

const returnsCount: Words = {
  zh: "文件里有回车符（CRLF），它算作该条的内容；与只用LF的文件根不同。",
  en: "The file has carriage returns (CRLF), which count as part of their entries; with LF alone the root is another.",
};

function notText(file: string): InputError {
  return new InputError("tlog.not-text", {
    zh: `文件 ${file} 不是文本（含有零字节，像是工作簿或UTF-16）。日志是每行一条的文本文件。`,
    en: `The file ${file} is no text (it has zero bytes, as a workbook or UTF-16 has). A log is a text file of one entry a line.`,
  });
}
