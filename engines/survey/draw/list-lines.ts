/**
 * The lines of a frozen list: UTF-8 without a byte-order mark, each line ended by LF alone, sorted by the bytes of its first
 * field, which is unique. One way only to write the same list, so that its root means the list and nothing else.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { InputError } from "../../input-error.ts";
import { rootOfEntries } from "../../tlog/frontier.ts";

/** Ids, strata, villages and groups: ASCII letters, digits, dot, underscore, hyphen. */
export function isName(text: string): boolean {
  return /^[0-9A-Za-z._-]+$/.test(text);
}

/** Which of the columns holds a name that is none, so that the reader need not search. */
export function wrongName(columns: readonly (readonly [zh: string, en: string, text: string])[]): {
  zh: string;
  en: string;
} {
  const wrong = columns.find(([, , text]) => !isName(text));
  if (!wrong) return { zh: "", en: "" };
  return { zh: `“${wrong[0]}”列不对。`, en: `The column "${wrong[1]}" is wrong. ` };
}

/** A whole number from 0 that a double holds exactly, in its one decimal form; else undefined. */
export function readCount(text: string): number | undefined {
  const value = /^(0|[1-9]\d*)$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The lines without their ends; the last one's may be missing. @throws InputError draw.bom, draw.line-end, draw.no-lines */
export function splitLines(text: string): string[] {
  if (text.startsWith("\uFEFF")) throw hasMark();
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const withReturn = lines.findIndex((line) => line.includes("\r"));
  if (withReturn !== -1) throw hasReturn(withReturn + 1);
  if (lines.length === 0) throw noLines();
  return lines;
}

/** @throws InputError draw.unsorted, draw.duplicate */
export function requireSorted(ids: readonly string[]): void {
  for (let at = 1; at < ids.length; at++) {
    const [before = "", id = ""] = [ids[at - 1], ids[at]];
    // Ids are ASCII: comparing their characters is comparing their bytes.
    if (id === before) throw isDuplicate(at + 1, id);
    if (id < before) throw isUnsorted(at + 1, id, before);
  }
}

/** The root of the list: RFC 6962 over its lines without line feeds. */
export function listRoot(lines: readonly string[]): Uint8Array {
  return rootOfEntries(sha256, lines.values().map(utf8ToBytes));
}

/** SHA-256 over all lines, each with its line feed. */
export function listFileHash(lines: readonly string[]): Uint8Array {
  const hash = sha256.create();
  for (const line of lines) hash.update(utf8ToBytes(`${line}\n`));
  return hash.digest();
}

function hasMark(): InputError {
  return new InputError("draw.bom", {
    zh: "名单开头有BOM（字节顺序标记）。请另存为不带BOM的UTF-8。",
    en: "The list begins with a byte-order mark. Save it as UTF-8 without one.",
  });
}

function hasReturn(line: number): InputError {
  return new InputError("draw.line-end", {
    zh: `名单第${line}行含回车符（CRLF）。请改为只用换行符（LF）结尾。`,
    en: `Line ${line} of the list has a carriage return (CRLF). End lines by a line feed (LF) alone.`,
  });
}

function noLines(): InputError {
  return new InputError("draw.no-lines", {
    zh: "名单是空的：每行应有一个单位。",
    en: "The list is empty: it should have one unit a line.",
  });
}

function isDuplicate(line: number, id: string): InputError {
  return new InputError("draw.duplicate", {
    zh: `名单第${line}行的编号 ${id} 与上一行重复。每个单位只能出现一次。`,
    en: `Line ${line} of the list repeats the id ${id}. Each unit stands once.`,
  });
}

function isUnsorted(line: number, id: string, before: string): InputError {
  return new InputError("draw.unsorted", {
    zh: `名单第${line}行的编号 ${id} 排在 ${before} 之后。请按编号的字节顺序排序（LC_ALL=C sort）。`,
    en: `Line ${line} of the list has the id ${id} after ${before}. Sort it by the bytes of the id (LC_ALL=C sort).`,
  });
}
