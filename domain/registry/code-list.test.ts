/** The code lists as they are: each code has a word in both languages. */
import { expect, test } from "vitest";
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
