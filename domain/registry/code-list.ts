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

let known: { lists: CodeList[]; labels: Map<string, Map<string, string>> } | undefined;

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
  const labels = new Map(
    lists.map((list) => [list.id, new Map(list.items.map((item) => [item.code, item.label]))]),
  );
  return { lists, labels };
}

export function listCodeLists(): CodeList[] {
  return codeLists().lists;
}

/** The code with its label; a code that the list no longer has shows itself. @throws Error on an unknown list */
export function labelOf(listId: string, code: string | null): Coded | null {
  return code === null ? null : { code, label: labelsOf(listId).get(code) ?? code };
}

/** True when the list has the code. @throws Error on an unknown list */
export function hasCode(listId: string, code: string): boolean {
  return labelsOf(listId).has(code);
}

function labelsOf(listId: string): ReadonlyMap<string, string> {
  const labels = codeLists().labels.get(listId);
  if (!labels) throw new Error(`There is no code list ${listId} in policies/code-lists`);
  return labels;
}
