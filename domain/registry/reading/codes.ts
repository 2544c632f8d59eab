/** Codes from the words of a cell. Words decide; a number alone counts only in the exact form of the national system. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { labelKey } from "./text.ts";

const CodeListFile = z.array(
  z.looseObject({
    id: z.string(),
    items: z.array(
      z.looseObject({ code: z.string(), label: z.string(), aliases: z.array(z.string()).optional() }),
    ),
  }),
);

export interface CodeWords {
  codes: ReadonlySet<string>;
  byWord: ReadonlyMap<string, string>;
  longestWord: number;
}

const separators = /[、,，;；/|+\s]+/g;

function wordKey(text: string): string {
  return labelKey(text).replace(separators, "");
}

let known: Map<string, CodeWords> | undefined;

/** @throws Error when policies/code-lists has no such list */
export function codeWordsOf(listId: string): CodeWords {
  known ??= readAll();
  const words = known.get(listId);
  if (!words) throw new Error(`There is no code list ${listId} in policies/code-lists`);
  return words;
}

function readAll(): Map<string, CodeWords> {
  const folder = join(import.meta.dirname, "../../../policies/code-lists");
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const lists = names.flatMap((name) => CodeListFile.parse(parse(readFileSync(join(folder, name), "utf8"))));
  return new Map(lists.map(({ id, items }) => [id, wordsOf(items)]));
}

function wordsOf(items: z.infer<typeof CodeListFile>[number]["items"]): CodeWords {
  const byWord = new Map<string, string>();
  for (const { code, label } of items) byWord.set(wordKey(label), code);
  for (const { code, label, aliases = [] } of items)
    for (const word of [label.replace(/[(（][^()（）]*[)）]$/, ""), ...aliases])
      if (!byWord.has(wordKey(word))) byWord.set(wordKey(word), code);
  const longestWord = Math.max(...[...byWord.keys()].map((word) => word.length));
  return { codes: new Set(items.map(({ code }) => code)), byWord, longestWord };
}

/** A word of any code list. */
export function isCodeWord(text: string): boolean {
  known ??= readAll();
  const key = wordKey(text);
  return known.values().some(({ byWord }) => byWord.has(key));
}

/** One code; `01 因病` counts as 因病. Undefined when the words are not in the list. */
export function findCode(text: string, words: CodeWords): string | undefined {
  const key = wordKey(text);
  if (words.codes.has(key)) return key;
  return words.byWord.get(key) ?? words.byWord.get(key.replace(/^\d{1,2}[.:_()-]*/, ""));
}

/** Several codes in the order written, separated or not, each once. Undefined when a part is not in the list. */
export function findCodes(text: string, words: CodeWords): string[] | undefined {
  const whole = findCode(text, words);
  if (whole !== undefined) return [whole];
  const found = new Set<string>();
  for (const piece of text.split(separators).filter(Boolean)) {
    const code = findCode(piece, words);
    if (code === undefined) return splitUnseparated(wordKey(text), words);
    found.add(code);
  }
  return found.size > 0 ? [...found] : undefined;
}

/** 因病因残 and words that hold a separator themselves: the longest known word first. */
function splitUnseparated(key: string, words: CodeWords): string[] | undefined {
  const found = new Set<string>();
  for (let at = 0; at < key.length;) {
    let length = Math.min(words.longestWord, key.length - at);
    while (length > 0 && !words.byWord.has(key.slice(at, at + length))) length -= 1;
    const code = words.byWord.get(key.slice(at, at + length));
    if (code === undefined) return undefined;
    found.add(code);
    at += length;
  }
  return [...found];
}
