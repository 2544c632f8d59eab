import { expect, test } from "vitest";
import { readHouseholdFilters, searchOf } from "./household-filters.ts";
import { parsePlainSearch, stringifyPlainSearch } from "./plain-search.ts";

test("filters of the household list survive the way through the address", () => {
  const filters = {
    year: 2018,
    status: ["0", "3"],
    cause: ["01"],
    helped: "no" as const,
    rule: "exit.household.housing",
    outcome: "fail" as const,
    order: "descending" as const,
  };
  const address = stringifyPlainSearch(filters);
  expect(address).toBe(
    "?year=2018&status=0,3&cause=01&helped=no&rule=exit.household.housing&outcome=fail&order=descending",
  );
  expect(readHouseholdFilters(parsePlainSearch(address))).toEqual(filters);
});

test("nonsense in an address is left out instead of breaking the page", () => {
  expect(readHouseholdFilters(parsePlainSearch("?year=soon&exit=maybe&outcome=fail&status="))).toEqual({});
});

test("a rule without an outcome asks for those who fail it", () => {
  expect(searchOf({ rule: "exit.household.income" })).toEqual({
    rule: { id: "exit.household.income", outcome: "fail" },
  });
});

test("with and without a helper, monitored or not, not on record: each is a filter, and none of them is no filter", () => {
  expect(searchOf({ helped: "no", monitored: "yes" })).toEqual({ helped: false, monitored: true });
  const unknown = readHouseholdFilters({ helped: "unknown", monitored: "unknown", finding: "unknown" });
  expect(searchOf(unknown)).toEqual({ helped: "unknown", monitored: "unknown" });
  expect(searchOf(readHouseholdFilters({ helped: "maybe" }))).toEqual({});
});

test("what a person searched for never enters the address", () => {
  expect(readHouseholdFilters({ text: "张三", year: "2018" })).toEqual({ year: 2018 });
});
