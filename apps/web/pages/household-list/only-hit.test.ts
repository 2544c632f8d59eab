import { expect, test } from "vitest";
import type { HouseholdRow } from "../../../../domain/verdicts/list/household-list.contract.ts";
import { onlyHit } from "./only-hit.ts";

type Match = HouseholdRow["matches"][number];

const match = (isExact: boolean): Match => ({
  by: isExact ? "name" : "idTail",
  isExact,
  maskedName: "王**",
  isHead: true,
  relation: null,
  inBook: "present",
});

const page = (rows: { matches: Match[] }[], total = rows.length, totalIsLeast = false) => ({
  rows,
  total,
  totalIsLeast,
});

test("the whole of a name or number, found once, opens wherever it was looked for", () => {
  const exact = { matches: [match(false), match(true)] };
  expect(onlyHit(page([exact]), false)).toBe(exact);
  expect(onlyHit(page([exact, exact]), true)).toBeNull();
  expect(onlyHit(page([exact], 1, true), true)).toBeNull();
  expect(onlyHit(page([]), true)).toBeNull();
});

test("the only hit of a part opens where nobody else of the reader's place can be meant", () => {
  const part = { matches: [match(false)] };
  expect(onlyHit(page([part]), true)).toBe(part);
  expect(onlyHit(page([part]), false)).toBeNull();
});
