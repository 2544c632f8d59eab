import { expect, test } from "vitest";
import { isPartOfCounties } from "./counties-in.ts";

test("figures are a part where a county is missing in them", () => {
  expect(isPartOfCounties({ evaluated: 1, all: 9 })).toBe(true);
  expect(isPartOfCounties({ evaluated: 9, all: 9 })).toBe(false);
  expect(isPartOfCounties(null)).toBe(false);
});
