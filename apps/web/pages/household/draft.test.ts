import { expect, test } from "vitest";
import { type Draft, editOf, typedSince } from "./draft.ts";

test("an edit names the version that it began from, and only the groups that hold a change", () => {
  expect(editOf(3, { livingCondition: { houseGrade: "01" }, income: {} })).toEqual({
    version: 3,
    livingCondition: { houseGrade: "01" },
  });
});

test("what was typed while the rest was being saved is left over", () => {
  const sent = { livingCondition: { houseGrade: "01", houseArea: 155 } };
  const draft = { livingCondition: { houseGrade: "01", houseArea: 123 }, guarantee: { food: "01" } };
  expect(typedSince(draft, sent)).toEqual({
    livingCondition: { houseArea: 123 },
    guarantee: { food: "01" },
  });
  expect(typedSince(sent, sent)).toEqual({ livingCondition: {} });
});

test("members go out one by one with their own fields; who is set back is left out", () => {
  const draft: Draft = { "member a": { labour: "02", health: ["02"] }, "member b": {}, income: { wage: 5 } };
  expect(editOf(1, draft)).toEqual({
    version: 1,
    income: { wage: 5 },
    members: [{ id: "a", fields: { labour: "02", health: ["02"] } }],
  });
  expect(typedSince(draft, { "member a": { labour: "01", health: ["02"] } })).toEqual({
    "member a": { labour: "02" },
    "member b": {},
    income: { wage: 5 },
  });
});
