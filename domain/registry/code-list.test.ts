/** The code lists as they are: each code has a word in both languages. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { labelOf, listCodeLists } from "./code-list.ts";

test("every code has an English word beside the Chinese one", () => {
  const without = listCodeLists().flatMap(({ id, items }) =>
    items.filter(({ en }) => en === undefined || en === "").map(({ code }) => `${id} ${code}`),
  );
  expect(without).toEqual([]);
  expect(labelOf("roadType", "03")).toEqual({ code: "03", label: "水泥路", en: "concrete" });
});

test("a code that the list no longer has shows itself", () => {
  expect(labelOf("roadType", "77")).toEqual({ code: "77", label: "77", en: "77" });
});

test("every document that a policy names as its source has an English title", () => {
  const folder = join(import.meta.dirname, "../../policies");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".yaml"),
  );
  const named = files.flatMap((name) => documentsIn(parse(readFileSync(join(folder, name), "utf8"))));
  const titled = new Set(
    listCodeLists()
      .find(({ id }) => id === "document")
      ?.items.map(({ code }) => code),
  );
  expect([...new Set(named)].filter((document) => !titled.has(document))).toEqual([]);
});

function documentsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "document" && typeof part === "string" ? [part] : documentsIn(part),
  );
}
