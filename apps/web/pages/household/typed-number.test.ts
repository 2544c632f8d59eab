import { expect, test } from "vitest";
import { readTypedNumber } from "./typed-number.ts";

const bounds = { max: 100_000_000 };

test.each([
  ["12445", 12445],
  ["１２４４５", 12445],
  ["１２，４４５．５", 12445.5],
  ["12,445.50", 12445.5],
  ["１２４４５。５", 12445.5],
  [" 12 445　", 12445],
  ["1,234,567", 1234567],
  ["12.", 12],
  [".5", 0.5],
  ["0.126", 0.13],
  ["０", 0],
])("%s is read as %d", (text, value) => {
  expect(readTypedNumber(text, bounds)).toEqual({ value });
});

test.each(["", " ", "　"])("nothing typed empties the field", (text) => {
  expect(readTypedNumber(text, bounds)).toEqual({ value: null });
});

test.each(["一万", "12a", "1,2345", "12,44", "1.2.3", ".", "-", "1e5", "Infinity", "12元"])(
  "%s is no number, and no empty field either",
  (text) => {
    expect(readTypedNumber(text, bounds)).toEqual({ wrong: "notNumber" });
  },
);

test("what lies outside of the bounds says so", () => {
  expect(readTypedNumber("－５００", bounds)).toEqual({ wrong: "negative" });
  expect(readTypedNumber("−500", bounds)).toEqual({ wrong: "negative" });
  expect(readTypedNumber("100000001", bounds)).toEqual({ wrong: "large" });
  expect(readTypedNumber("1.5", { max: 12, isWhole: true })).toEqual({ wrong: "fraction" });
  expect(readTypedNumber("１２", { max: 12, isWhole: true })).toEqual({ value: 12 });
});
