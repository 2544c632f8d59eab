import { expect, test } from "vitest";
import { whatIfRowsQuery } from "../../server/policies.ts";
import { rowsFound } from "./what-if-rows.ts";

test("a list that ran out of time on any page is a part, also without a row", () => {
  expect(rowsFound([])).toEqual({ rows: [], isCut: false });
  expect(rowsFound([{ rows: [], cut: true }]).isCut).toBe(true);
  expect(
    rowsFound([
      { rows: [], cut: true },
      { rows: [], cut: false },
    ]).isCut,
  ).toBe(true);
});

test("the rows belong to their trial: a trial after an edit reads its own", () => {
  const question = { area: "411702000000", year: 2018, change: { when: "人均纯收入 > 扶贫标准" } };
  const before = whatIfRowsQuery({ rule: "exit.household.income", question, at: 1 }, {});
  const after = whatIfRowsQuery({ rule: "exit.household.income", question, at: 2 }, {});
  expect(after.queryKey).not.toEqual(before.queryKey);
});
