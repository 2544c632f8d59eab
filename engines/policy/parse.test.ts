import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExpression } from "./parse.ts";
import { PolicyError, attempt } from "./policy-error.ts";
import { printExpression } from "./print.ts";
import { anyTree, tokenSoup, withoutPlaces } from "./random-trees.ts";

/** Thousands of runs on a busy machine. */
const patient = { timeout: 300_000 };

/** Reads and writes again: shows how a text was grouped. */
const again = (text: string): string => printExpression(parseExpression(text));

function errorOf(text: string): PolicyError {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error(`${text} was read`);
}

describe("reading", () => {
  test("a rule reads as it was written", () => {
    const text = "人均纯收入 > 扶贫标准 and 住房等级 in ('A级', 'B级') and not 危房户 is true";
    expect(again(text)).toBe(text);
  });

  test("full-width punctuation and digits are read as plain ones", () => {
    expect(again("（家庭人口＞＝３）and 住房等级　in（‘A级’，‘B级’）")).toBe(
      "家庭人口 >= 3 and 住房等级 in ('A级', 'B级')",
    );
    expect(again("住房面积÷家庭人口≥１３．５ and a≠1 and b！＝2 and c≤-4")).toBe(
      "住房面积 / 家庭人口 >= 13.5 and a <> 1 and b <> 2 and c <= -4",
    );
  });

  test("terms with special characters stand in double quotes, straight or curly", () => {
    expect(again('"人均住房（㎡）" > 13')).toBe('"人均住房（㎡）" > 13');
    expect(again("“人均住房（㎡）” > 13")).toBe('"人均住房（㎡）" > 13');
  });

  test("a doubled quote is one quote", () => {
    expect(parseExpression("'it''s'")).toMatchObject({ kind: "text", value: "it's" });
  });

  test("keywords and functions are read in any case", () => {
    expect(again("A IN (1) OR NOT Least(a, B) IS NULL")).toBe("A in (1) or not least(a, B) is null");
  });

  test("each part knows its place in the text", () => {
    expect(parseExpression(" a  and bb > 12 ")).toMatchObject({
      position: 1,
      length: 14,
      right: { position: 8, length: 7, right: { position: 13, length: 2 } },
    });
  });
});

describe("mistakes", () => {
  test.each([
    ["", "parse.expected-operand", 0],
    ["a >", "parse.expected-operand", 3],
    ["a > 1 b", "parse.unexpected", 6],
    ["(a > 1", "parse.expected-token", 6],
    ["a in 1", "parse.expected-token", 5],
    ["a between 1 or 2", "parse.expected-token", 12],
    ["a is 3", "parse.expected-token", 5],
    ["1 < a < 3", "parse.chained", 6],
    ["a = null", "parse.null", 4],
    ["sum(a) > 1", "parse.unknown-function", 0],
    ["abs(a, b) > 1", "parse.argument-count", 0],
    ["a > date '2018-02-30'", "parse.bad-date", 9],
    ["a > month '2018-13'", "parse.bad-month", 10],
    ["a > 3亩", "text.bad-number", 4],
    ["a > 1.2.3", "text.bad-number", 4],
    ["a = 'A级", "text.unclosed-quote", 4],
    ['"" = 1', "text.unclosed-quote", 0],
    ["a ; b", "text.unexpected-character", 2],
    ["a > 1 -- 注释", "text.comment", 6],
    ["a = '\0'", "text.bad-character", 4],
    ["a = '\ud800'", "text.bad-character", 4],
    ["a < ≥ b", "parse.expected-operand", 4],
    ["a <≥ b", "parse.expected-operand", 3],
    ["(".repeat(200), "parse.too-deep", 101],
    ["a".repeat(4001), "text.too-long", 4000],
  ])("%.30j is %s at %d", (text, code, position) => {
    const error = errorOf(text);
    expect([error.code, error.position]).toEqual([code, position]);
    expect(error.zh).toMatch(/[：:]/);
    expect(error.en).toMatch(/: /);
  });
});

test("a tree that is written and read again is the same tree", patient, () => {
  fc.assert(
    fc.property(anyTree(true), (tree) => {
      expect(withoutPlaces(parseExpression(printExpression(tree)))).toEqual(withoutPlaces(tree));
    }),
    { numRuns: 2_000 },
  );
});

test("no text whatever makes the parser fail in another way than by a PolicyError", patient, () => {
  const junk = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ maxLength: 60 }),
    tokenSoup,
    fc
      .array(fc.constantFrom(..."（）＞＜＝‘’“”'\"-/*.,0a级_\\\0\ud800 ".split("")), { maxLength: 12 })
      .map((all) => all.join("")),
  );
  fc.assert(
    fc.property(junk, (text) => {
      const read = attempt(() => parseExpression(text));
      expect(read.ok || read.error.position + read.error.length <= text.length).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
