import { expect, test } from "vitest";
import type { SearchMatch } from "./household-search.contract.ts";
import { rankOf } from "./search-rank.ts";

const match = (
  by: SearchMatch["by"],
  isExact: boolean,
  who: "head" | "member" | "household",
): SearchMatch => ({
  by,
  isExact,
  maskedName: who === "household" ? null : "王**",
  isHead: who === "head",
  relation: null,
  inBook: who === "household" ? null : "present",
});

test("the whole comes before a part, a part that few share before one of many, the head before a member", () => {
  const inOrder: SearchMatch[][] = [
    [match("name", false, "member"), match("name", true, "head")],
    [match("pinyin", true, "member")],
    [match("idTail", false, "head")],
    [match("registerNoTail", false, "household"), match("registerNo", false, "household")],
    [match("initials", false, "member")],
    [match("pinyin", false, "head")],
    [match("registerNo", false, "household")],
    [match("pinyin", false, "member")],
    [],
  ];
  expect(inOrder.map(rankOf)).toEqual([0, 1, 2, 2, 3, 4, 4, 5, 6]);
});
