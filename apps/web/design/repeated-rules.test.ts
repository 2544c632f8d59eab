import { expect, test } from "vitest";
import { failsTheSame } from "./repeated-rules.ts";

test("the same households fail both when all of the one fail the other and none is left over", () => {
  const again = { repeats: ["housing"], fail: 53, failAgain: 53 };
  expect(failsTheSame({ fail: 53 }, again)).toBe(true);
  expect(failsTheSame({ fail: 54 }, again)).toBe(false);
  expect(failsTheSame({ fail: 53 }, { ...again, failAgain: 52 })).toBe(false);
  expect(failsTheSame({ fail: 53 }, { ...again, failAgain: null })).toBe(false);
  // Of several rules that are repeated together nobody knows which households fail which.
  expect(failsTheSame({ fail: 53 }, { ...again, repeats: ["income", "food"] })).toBe(false);
});
