import { expect, test } from "vitest";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { fieldBehind } from "./field-behind.ts";

const both = (words: string) => ({ zh: words, en: words });
const fact = (code: string, value: unknown, change: RuleVerdict["facts"][number]["change"] = "entered") => ({
  term: both(code),
  code,
  value,
  shown: both(""),
  change,
});

test("a verdict leads to the field that somebody enters, first to one that nobody has filled in", () => {
  const facts = [fact("household.house_grade", "04"), fact("household.housing_checked", null)];
  expect(fieldBehind({ memberId: null, facts })).toEqual({ tab: "guarantee", field: "guarantee housing" });
  expect(fieldBehind({ memberId: null, facts: facts.slice(0, 1) })).toEqual({
    tab: "living",
    field: "livingCondition houseGrade",
  });
});

test("of a member it leads to his own field, and what is computed to the tab that it comes from", () => {
  const memberId = "0190a000-0000-7000-8000-000000000000";
  const own = { memberId, facts: [fact("member.age", 40, "fixed"), fact("member.on_minimum_living", true)] };
  expect(fieldBehind(own)).toEqual({ tab: "members", field: `member ${memberId} minimumLiving` });
  const counted = { memberId: null, facts: [fact("household.dropouts", 1, "computed")] };
  expect(fieldBehind(counted)).toEqual({ tab: "members", field: null });
  const perHead = [fact("household.net_income_per_head", 77_066, "computed")];
  expect(fieldBehind({ memberId: null, facts: perHead })).toEqual({ tab: "income", field: null });
});

test("where the form takes nothing that decides it, it leads nowhere", () => {
  expect(fieldBehind({ memberId: null, facts: [fact("household.exit_year", null)] })).toBeNull();
  expect(
    fieldBehind({ memberId: null, facts: [fact("household.poverty_line", 299_500, "fixed")] }),
  ).toBeNull();
});
