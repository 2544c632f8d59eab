/** The code lists of policies/code-lists/, read once. Codes are stored, labels are shown. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { CodeList, type Coded } from "./code-list.contract.ts";

const folder = join(import.meta.dirname, "../../policies/code-lists");

// Aliases are for reading files and are not shown.
const CodeListFile = z.array(
  CodeList.extend({ items: z.array(z.looseObject({ ...CodeList.shape.items.element.shape })) }),
);

let known: { lists: CodeList[]; words: Map<string, Map<string, Coded>> } | undefined;

function codeLists(): NonNullable<typeof known> {
  known ??= readAll();
  return known;
}

function readAll(): NonNullable<typeof known> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const lists = names
    .flatMap((name) => CodeListFile.parse(parse(readFileSync(join(folder, name), "utf8"))))
    .map(({ id, title, items }): CodeList => ({
      id,
      title,
      items: items.map(({ code, label, en }) => ({ code, label, ...(en === undefined ? {} : { en }) })),
    }));
  const words = new Map(
    lists.map(({ id, items }) => [
      id,
      new Map(items.map(({ code, label, en = label }) => [code, { code, label, en }])),
    ]),
  );
  return { lists, words };
}

export function listCodeLists(): CodeList[] {
  return codeLists().lists;
}

/** The code with its words; a code that the list no longer has shows itself. @throws Error on an unknown list */
export function labelOf(listId: string, code: string | null): Coded | null {
  if (code === null) return null;
  return wordsOf(listId).get(code) ?? { code, label: code, en: code };
}

/** True when the list has the code. @throws Error on an unknown list */
export function hasCode(listId: string, code: string): boolean {
  return wordsOf(listId).has(code);
}

function wordsOf(listId: string): ReadonlyMap<string, Coded> {
  const words = codeLists().words.get(listId);
  if (!words) throw new Error(`There is no code list ${listId} in policies/code-lists`);
  return words;
}
