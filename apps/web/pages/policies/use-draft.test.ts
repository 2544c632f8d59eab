import { expect, test } from "vitest";
import { changeOf, isOutdated } from "./use-draft.ts";

const asked = {
  area: "411702000000",
  year: 2018,
  change: { line: { kind: "poverty", amount: 299500 } },
} as const;
const form = { area: asked.area, year: asked.year };
const typed = (yuan: string) => ({ ...form, change: changeOf({ chosen: "poverty", yuan, when: "" }) });

test("an answer is one to the form as long as the form asks the same", () => {
  expect(isOutdated(asked, typed("2,995"))).toBe(false);
  expect(isOutdated(asked, typed("2995.00"))).toBe(false);
});

test("another amount, no amount, another place or year, and a condition ask something else", () => {
  expect(isOutdated(asked, typed("5000"))).toBe(true);
  expect(isOutdated(asked, typed("a lot"))).toBe(true);
  expect(isOutdated(asked, { ...typed("2995"), year: 2017 })).toBe(true);
  expect(isOutdated(asked, { ...typed("2995"), area: "411700000000" })).toBe(true);
  expect(isOutdated(asked, { ...form, change: { when: "yes" } })).toBe(true);
});

test("spaces around a condition change nothing", () => {
  const condition = { ...asked, change: { when: "net_income > 1" } };
  expect(isOutdated(condition, { ...form, change: { when: " net_income > 1\n" } })).toBe(false);
  expect(isOutdated(condition, { ...form, change: { when: "net_income > 2" } })).toBe(true);
});
