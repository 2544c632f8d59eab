import { expect, test } from "vitest";
import { emptyDraft, faultOf, grantOf } from "./grant-draft.ts";

const draft = { ...emptyDraft("411702000000"), role: "townshipClerk" as const };

test("days that are left empty are not sent: from today, without an end", () => {
  expect(grantOf(draft)).toEqual({ role: "townshipClerk", areaCode: "411702000000" });
  expect(grantOf({ ...draft, validTo: "2026-12-31" })).toMatchObject({ validTo: "2026-12-31" });
});

test("a role must be chosen, and must not end before it begins", () => {
  expect(faultOf(emptyDraft("411702000000"))).toBe("role");
  expect(grantOf(emptyDraft("411702000000"))).toBeNull();
  expect(faultOf({ ...draft, validFrom: "2026-06-01", validTo: "2026-05-31" })).toBe("days");
  expect(faultOf({ ...draft, validFrom: "2026-06-01", validTo: "2026-06-01" })).toBeNull();
});
