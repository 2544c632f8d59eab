import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPerHead, formatPercent, formatTime, formatYuan } from "./numbers.ts";

test("fen are shown as yuan, with decimals only when there are any", () => {
  expect(formatYuan(2_032_400)).toBe("20,324");
  expect(formatYuan(123_405)).toBe("1,234.05");
  expect(formatYuan(-50)).toBe("−0.50");
});

test("no fen is lost or gained by showing it", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
      const shown = formatYuan(fen).replaceAll(",", "").replace("−", "-");
      const [yuan = "", cents = "00"] = shown.replace("-", "").split(".");
      expect(Number(yuan) * 100 + Number(cents)).toBe(Math.abs(fen));
    }),
  );
});

test("income per head is divided at the end and rounded only when shown", () => {
  expect(formatPerHead(1_000_000, 3)).toBe("3,333.33");
});

test("a rate over nothing is not zero", () => {
  expect(formatPercent(0, 0)).toBe("—");
  expect(formatPercent(1, 3)).toBe("33.33%");
  expect(formatPercent(99_997, 100_000)).toBe("99.997%");
  expect(formatPercent(4, 100_000)).toBe("0.004%");
});

test("times are China's, wherever the reader's machine stands", () => {
  expect(formatTime("2026-11-29T18:03:59Z")).toBe("2026-11-30 02:03");
});
