import { expect, test } from "vitest";
import type { PolicyChange } from "../../../../domain/verdicts/what-if/what-if.contract.ts";
import { chosenBefore, conditionBefore, yuanBefore } from "./change-before.ts";

const askedOf = (change: PolicyChange) => ({ asked: { question: { change } } });

test("a tried line fills its amount in 元 again", () => {
  const trial = askedOf({ line: { kind: "poverty", amount: 399_550 } });
  expect([chosenBefore(trial), yuanBefore(trial), conditionBefore(trial)]).toEqual([
    "poverty",
    "3,995.50",
    undefined,
  ]);
});

test("a tried condition fills its text again", () => {
  const trial = askedOf({ when: "人均纯收入 > 3000" });
  expect([chosenBefore(trial), yuanBefore(trial), conditionBefore(trial)]).toEqual([
    "when",
    "",
    "人均纯收入 > 3000",
  ]);
});

test("before the first trial nothing is filled", () => {
  expect([chosenBefore({ asked: undefined }), yuanBefore({ asked: undefined })]).toEqual([undefined, ""]);
});
