import { expect, test } from "vitest";
import { spanFrom } from "./span.ts";

test("a span begins on a day in China and counts today", () => {
  const lateEvening = new Date("2026-11-29T16:30:00Z");
  expect(spanFrom("today", lateEvening)).toBe("2026-11-30");
  expect(spanFrom("week", lateEvening)).toBe("2026-11-24");
  expect(spanFrom("month", lateEvening)).toBe("2026-11-01");
});
