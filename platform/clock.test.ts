import { expect, test } from "vitest";
import { dayInChina } from "./clock.ts";

test.each([
  ["2025-12-31T15:59:59.999Z", "2025-12-31"],
  ["2025-12-31T16:00:00Z", "2026-01-01"],
  ["2024-02-28T16:00:00Z", "2024-02-29"],
])("at %s it is %s in China", (moment, day) => {
  expect(dayInChina(new Date(moment))).toBe(day);
});
