import { expect, test } from "vitest";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { fieldBehind } from "./field-behind.ts";

const both = (words: string) => ({ zh: words, en: words });
const fact = (
  code: string,
  value: unknown,
  change: RuleVerdict["facts"][number]["change"] = "entered",
  shown = "未填",
) => ({ term: both(code), code, value, shown: both(shown), change });
const toVerify = { outcome: "unknown", parts: [] } as const;

test("what is to verify leads to the field that nobody has filled in, what fails to the value that its words name", () => {
  const facts = [
    fact("household.house_grade", "04", "entered", "C级"),
    fact("household.housing_checked", null),
  ];
  expect(fieldBehind({ ...toVerify, memberId: null, facts })).toEqual({
    tab: "guarantee",
    field: "guarantee housing",
  });
  const said = both("房子的等级是“C级”：要先改造好，或另外安排安全住房");
  const fails = { outcome: "fail", parts: [{ outcome: "fail", said }] } as const;
  expect(fieldBehind({ ...fails, memberId: null, facts: facts.toReversed() })).toEqual({
    tab: "living",
    field: "livingCondition houseGrade",
  });
});

test("of a member it leads to his own field, and what is computed to the tab that it comes from", () => {
  const memberId = "0190a000-0000-7000-8000-000000000000";
  const own = {
    ...toVerify,
    memberId,
    facts: [fact("member.age", 40, "fixed"), fact("member.on_minimum_living", true)],
  };
  expect(fieldBehind(own)).toEqual({ tab: "members", field: `member ${memberId} minimumLiving` });
  const counted = { ...toVerify, memberId: null, facts: [fact("household.dropouts", 1, "computed")] };
  expect(fieldBehind(counted)).toEqual({ tab: "members", field: null });
  const perHead = [fact("household.net_income_per_head", 77_066, "computed")];
  expect(fieldBehind({ ...toVerify, memberId: null, facts: perHead })).toEqual({
    tab: "income",
    field: null,
  });
});

test("where the form takes nothing that decides it, it leads nowhere", () => {
  expect(fieldBehind({ ...toVerify, memberId: null, facts: [fact("household.exit_year", null)] })).toBeNull();
  expect(
    fieldBehind({ ...toVerify, memberId: null, facts: [fact("household.poverty_line", 299_500, "fixed")] }),
  ).toBeNull();
});
