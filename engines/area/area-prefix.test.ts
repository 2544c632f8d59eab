import { expect, test } from "vitest";
import { areaPrefix, coversArea } from "./area-prefix.ts";

test("only the digits of a code's own level are significant", () => {
  const codes = [
    "000000000000",
    "410000000000",
    "411000000000",
    "411702000000",
    "411702100000",
    "411702100200",
  ];
  expect(codes.map(areaPrefix)).toEqual(["", "41", "4110", "411702", "411702100", "411702100200"]);
});

test("a place covers itself and what lies in it, the country everything", () => {
  expect(coversArea("411700000000", "411702100200")).toBe(true);
  expect(coversArea("411702000000", "411702")).toBe(true);
  expect(coversArea("411702100000", "411702000000")).toBe(false);
  expect(coversArea("000000000000", "110101001000")).toBe(true);
});
