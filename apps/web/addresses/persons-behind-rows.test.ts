import { expect, test } from "vitest";
import { type CountedPersons, personsBehindRows } from "./persons-behind-rows.ts";

const counts = { persons: 1623, poorPersons: 40, liftedPersons: 1500, exitedPersons: 300 };
const memberRule: CountedPersons["rules"][number] = {
  id: "quality.member.id",
  unit: "member",
  pass: 9,
  fail: 5,
  unknown: 2,
  notApplicable: 1,
};
const rules: CountedPersons["rules"] = [
  memberRule,
  { ...memberRule, id: "exit.household.food", unit: "household" },
];
const figures = { counts, rules };

test("a list without filters, and one that a rate of persons opens, know their persons", () => {
  expect(personsBehindRows({ year: 2018, order: "descending" }, figures)).toBe(1623);
  expect(personsBehindRows({ status: ["3", "0"] }, figures)).toBe(40);
  expect(personsBehindRows({ status: ["1"] }, figures)).toBe(1500);
  expect(personsBehindRows({ exited: "yes" }, figures)).toBe(300);
});

test("a rule about members counts persons, one about households does not", () => {
  expect(personsBehindRows({ rule: "quality.member.id", outcome: "fail" }, figures)).toBe(5);
  expect(personsBehindRows({ rule: "quality.member.id", outcome: "unknown" }, figures)).toBe(2);
  expect(personsBehindRows({ rule: "exit.household.food", outcome: "fail" }, figures)).toBeNull();
});

test("with any further filter nobody counted the persons", () => {
  expect(personsBehindRows({ status: ["1"], helped: "yes" }, figures)).toBeNull();
  expect(personsBehindRows({ status: ["2"] }, figures)).toBeNull();
  expect(personsBehindRows({}, { counts: null, rules })).toBeNull();
});
