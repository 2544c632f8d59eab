import { beforeEach, expect, test } from "vitest";
import { forgetTexts, keepTextsOf, keyOfText, textOfKey } from "./search-texts.ts";

const idNumber = "41170219800101123X";

beforeEach(() => {
  forgetTexts();
  keepTextsOf("clerk");
});

test("a key says nothing of its text, and one text has one key", () => {
  const key = keyOfText(idNumber);
  expect(key).not.toContain("4117");
  expect(keyOfText(idNumber)).toBe(key);
  expect(keyOfText("王")).not.toBe(key);
  expect(textOfKey(key)).toBe(idNumber);
});

test("a text waits for the same person and is gone with another one", () => {
  const key = keyOfText(idNumber);
  keepTextsOf("clerk");
  expect(textOfKey(key)).toBe(idNumber);
  keepTextsOf("officer");
  expect(textOfKey(key)).toBeUndefined();
});

test("what nobody knows any more is no search", () => {
  expect(textOfKey("1-2-3")).toBeUndefined();
  expect(textOfKey(undefined)).toBeUndefined();
});
