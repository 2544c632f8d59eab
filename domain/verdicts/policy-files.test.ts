/** The policies of this repository are right, every example holds, and a mistake says where it stands. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExamples } from "../../engines/policy/examples.ts";
import { checkPolicies } from "./policy-check.ts";
import { findLine } from "./policy-data.ts";
import { policiesFolder, readPolicies } from "./policy-files.ts";

const set = readPolicies();

test("the files have no mistake", () => expect(set.mistakes).toEqual([]));

test("more than 200 examples stand in the files, and at least 60 data-quality rules", () => {
  expect(checkPolicies()).toMatchObject({ failed: [], rules: set.rules.length });
  expect(checkPolicies().examples).toBeGreaterThanOrEqual(200);
  expect(set.rules.filter(({ rule }) => rule.kind === "quality").length).toBeGreaterThanOrEqual(60);
});

test.each(set.rules.map((compiled) => [compiled.rule.id, compiled] as const))(
  "every example of %s holds",
  (_, compiled) => expect(runExamples(compiled).failed).toEqual([]),
);

test.each([
  ["poverty", 2018, "411702", 299_500],
  ["poverty", 2018, "441225", 736_500],
  ["poverty", 2021, "411702", undefined],
  ["monitoring", 2023, "411702", 750_000],
  ["monitoring", 2023, "621022", undefined],
  ["monitoring", 2024, "350526", 1_956_000],
] as const)("the %s line of %i in %s is %s fen", (kind, year, county, amount) =>
  expect(findLine(set.lines, kind, year, county)?.amount).toBe(amount),
);

const brokenRule = `
- id: broken.rule
  kind: quality
  title: { zh: 坏规则, en: Broken rule }
  when: '家庭人口 > and 3'
  message: { zh: 坏, en: broken }
  source: { document: 测试, article: 一 }
  valid: { from: '2018-01-01' }
  examples:
    - { given: { 家庭人口: 3 }, expect: pass }
`;

test("a syntax error names file, rule, field and position, and the rest of the rules is still read", () => {
  const folder = mkdtempSync(join(tmpdir(), "policies-"));
  try {
    cpSync(policiesFolder, folder, { recursive: true });
    writeFileSync(join(folder, "quality", "broken.yaml"), brokenRule);
    const broken = readPolicies(folder);
    expect(broken.rules).toHaveLength(set.rules.length);
    expect(broken.mistakes).toMatchObject([
      { file: "quality/broken.yaml", rule: "broken.rule", field: "when", position: 8 },
    ]);
    expect(broken.version).not.toBe(set.version);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
