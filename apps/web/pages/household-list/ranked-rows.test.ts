import { expect, test } from "vitest";
import type { HouseholdRow } from "../../../../domain/verdicts/list/household-list.contract.ts";
import { onlyHit, rankedRows } from "./ranked-rows.ts";

type Match = HouseholdRow["matches"][number];

const match = (isExact: boolean, isHead: boolean): Match => ({
  by: "name",
  isExact,
  maskedName: "王**",
  isHead,
  relation: null,
  inBook: "present",
});

const row = (id: string, ...matches: Match[]) => ({ id, matches });

test("the whole name comes before a part of it, and the head before a member", () => {
  const rows = [
    row("part of a member", match(false, false)),
    row("part of a head", match(false, true)),
    row("a member", match(true, false)),
    row("a head", match(false, false), match(true, true)),
  ];
  expect(rankedRows(rows).map(({ id }) => id)).toEqual([
    "a head",
    "a member",
    "part of a head",
    "part of a member",
  ]);
  const plain = [row("b"), row("a")];
  expect(rankedRows(plain)).toEqual(plain);
});

test("one household opens by itself only where the whole of it was typed", () => {
  const exact = row("a", match(true, true));
  expect(onlyHit([exact], 1)).toBe(exact);
  expect(onlyHit([exact], 2)).toBeNull();
  expect(onlyHit([row("a", match(false, true))], 1)).toBeNull();
  expect(onlyHit([], 0)).toBeNull();
});
