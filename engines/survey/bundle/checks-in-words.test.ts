import { expect, test } from "vitest";
import { makeBundle, writeBundle } from "./bundle.ts";
import { explainChecks } from "./checks-in-words.ts";
import { readParts } from "./read-parts.ts";
import { drandBeacon, testBundle } from "./test-bundle.ts";
import { verifyBundle } from "./verify-bundle.ts";

const text = writeBundle(testBundle({ beacon: drandBeacon }));
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
  expect(zh).toContain("不能证明名单和方案先于随机数");
  expect(en).toContain("does not show that frame and plan stood before the randomness");
  expect(`${zh}${en}`).not.toMatch(/说明样本.*没有人挑选|nobody chose it|数字确实|figures do/);
});

test("with a log and no results nobody chose the sample, and nothing is said of figures", () => {
  const { log } = testBundle({ beacon: drandBeacon });
  const entries = log?.entries.filter(({ step }) => step !== "results") ?? [];
  const { en } = said({ ...parts, results: undefined, log: log && { ...log, entries } });
  expect(en).toContain("nobody chose it. ");
});

test("where the plan names no source, nothing shows that it was fixed before, whatever the log shows", () => {
  const unplanned = testBundle({ beacon: drandBeacon, plan: { beacons: undefined } });
  const { zh, en } = explainChecks(verifyBundle(writeBundle(unplanned)));
  expect(zh).toContain("没有什么能证明随机数的来源是事先定下的");
  expect(en).toContain("Nothing shows that the source of the randomness was fixed before");
  expect(`${zh}${en}`).not.toMatch(/不能证明名单和方案先于随机数|nobody chose it/);
});
