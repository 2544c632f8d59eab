import { expect, test } from "vitest";
import { makeBundle, writeBundle } from "./bundle.ts";
import { explainChecks } from "./checks-in-words.ts";
import { readParts } from "./read-parts.ts";
import { testBundle } from "./test-bundle.ts";
import { verifyBundle } from "./verify-bundle.ts";

const text = writeBundle(testBundle());
const parts = readParts(JSON.parse(text));
const said = (given: typeof parts) => explainChecks(verifyBundle(writeBundle(makeBundle(given))));

test("with a log: nobody chose the sample", () => {
  const { zh, en } = said(parts);
  expect([zh, en]).toEqual([
    expect.stringContaining("没有人挑选"),
    expect.stringContaining("nobody chose it"),
  ]);
});

test("without a log that is not claimed, and without results nothing is said of figures", () => {
  const { zh, en } = said({ ...parts, log: undefined, results: undefined });
  expect(zh).toContain("不能排除有人看了随机数再改");
  expect(en).toContain("may have been written to fit it");
  expect(`${zh}${en}`).not.toMatch(/没有人挑选|nobody chose|数字确实|figures do/);
});
