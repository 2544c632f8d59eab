import { expect, test } from "vitest";
import { exitBookOf, isExitDone } from "./exit-done.tsx";

const status = (code: string) => ({ exitStatus: { code, label: "", en: "" } });

test("whom a standard does not judge has left; in a year without one only whom the book calls lifted", () => {
  expect(isExitDone(status("1"), "notApplicable")).toBe(true);
  expect(isExitDone(status("1"), "noStandard")).toBe(true);
  expect(isExitDone(status("3"), "noStandard")).toBe(false);
  expect(isExitDone({ exitStatus: null }, "noStandard")).toBe(false);
  expect(isExitDone(status("0"), "fail")).toBe(false);
});

test("the check of the exit stands in the book of its year, where it is another one and is there", () => {
  expect(exitBookOf({ exitYear: 2017, year: 2018, years: [2018, 2017] })).toBe(2017);
  expect(exitBookOf({ exitYear: 2016, year: 2018, years: [2018, 2017] })).toBeUndefined();
  expect(exitBookOf({ exitYear: 2018, year: 2018, years: [2018] })).toBeUndefined();
  expect(exitBookOf({ exitYear: null, year: 2018, years: [2018] })).toBeUndefined();
});
