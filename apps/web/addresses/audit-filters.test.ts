import { expect, test } from "vitest";
import { readAuditFilters } from "./audit-filters.ts";

test("an address keeps the filters that can be asked for and drops the rest", () => {
  const person = "019a0000-0000-7000-8000-000000000001";
  const kept = {
    from: "2026-11-01",
    to: "2026-11-29",
    person,
    action: "household.open",
    area: "411702000000",
  };
  expect(readAuditFilters({ ...kept, other: "1" })).toEqual(kept);
  expect(
    readAuditFilters({ from: "2026-02-30", to: "tomorrow", person: "1", action: "no.such", area: "41" }),
  ).toEqual({});
});
