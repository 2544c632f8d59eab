import { expect, test } from "vitest";
import { editOf, typedSince } from "./draft.ts";

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
    income: {},
    livingCondition: { houseArea: 123 },
    guarantee: { food: "01" },
  });
  expect(typedSince(sent, sent)).toEqual({ income: {}, livingCondition: {}, guarantee: {} });
});
