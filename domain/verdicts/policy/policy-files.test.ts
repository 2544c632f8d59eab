/** The policies of this project: they read without a mistake, their examples hold, and a mistake is shown where it stands. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { runExamples } from "../../../engines/policy/examples.ts";
import { judge } from "../../../engines/policy/judge.ts";
import { testDatabase } from "../../../test/database.ts";
import { applyPolicies } from "./policy-apply.ts";
import { checkPolicies } from "./policy-check.ts";
import { readContradictions } from "./policy-contradictions.ts";
import { policiesFolder, policyVersion, readFactCatalogue, readPolicies } from "./policy-files.ts";

const set = readPolicies();
const householdRule = `
- id: test.rule
  kind: quality
  title: { zh: 试, en: try }
  when: WHEN
  message: { zh: 试, en: try }
  source: { document: 试, article: 试 }
  valid: { from: '2018-01-01' }
  examples: [{ given: { 家庭人口: 1 }, expect: pass }]
`;

/** Runs `use` on a copy of the policies that `spoil` has changed. */
function withSpoiled<T>(spoil: (folder: string) => void, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "policies-"));
  try {
    cpSync(policiesFolder, folder, { recursive: true });
    spoil(folder);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function mistakesOf(file: string, text: string) {
  return withSpoiled(
    (folder) => appendFileSync(join(folder, file), text),
    (folder) => readPolicies(folder).mistakes,
  );
}

test("a file that no verdict reads leaves the version as it is, any other one changes it", () => {
  const changed = (file: string) =>
    withSpoiled((folder) => appendFileSync(join(folder, file), "\n# said anew\n"), policyVersion);
  for (const file of ["exit-procedure.yaml", "help.yaml", "code-lists/documents.yaml", "fields.yaml"])
    expect(changed(file), file).toBe(set.version);
  for (const file of ["lines.yaml", "indicators.yaml", "code-lists/household.yaml"])
    expect(changed(file), file).not.toBe(set.version);
});

test("all files are read without a mistake", () => {
  expect(set.mistakes).toEqual([]);
});

test.each(set.rules.map((compiled) => [compiled.rule.id, compiled] as const))(
  "%s: every example comes out as it says",
  (_, compiled) => {
    expect(runExamples(compiled).failed).toEqual([]);
  },
);

test("each rule shows by example what meets it and what does not", () => {
  for (const { rule } of set.rules) {
    const shown = new Set(rule.examples.map((example) => example.expect));
    expect([...shown], rule.id).toEqual(expect.arrayContaining(["pass", "fail"]));
  }
});

test("nothing known meets no rule", () => {
  expect(set.rules.filter((rule) => judge(rule, {}).outcome === "pass")).toEqual([]);
});

test("a finding is as grave as the class of the check it cites", () => {
  const graveness: Record<string, string> = {
    1: "must",
    2: "should",
    3: "should",
    4: "should",
    5: "suspicious",
  };
  const cited = set.rules.filter(({ rule }) => /^\d_\d\d_\d{3}/.test(rule.source.article));
  expect(cited.length).toBeGreaterThan(50);
  for (const { rule } of cited) expect(rule.severity, rule.id).toBe(graveness[rule.source.article.charAt(0)]);
});

test("there are enough quality rules and examples to rely on", () => {
  const checked = checkPolicies();
  expect(checked.failed).toEqual([]);
  expect(checked.rules).toBe(set.rules.length);
  expect(checked.examples).toBeGreaterThanOrEqual(200);
  expect(set.rules.filter(({ rule }) => rule.kind === "quality").length).toBeGreaterThanOrEqual(60);
});

test("a syntax error is shown with file, rule, field and position, and all other rules are still read", () => {
  const file = "quality/household-income.yaml";
  const broken = withSpoiled(
    (folder) => appendFileSync(join(folder, file), householdRule.replace("WHEN", "家庭人口 >= and 1")),
    (folder) => readPolicies(folder),
  );
  const [mistake, ...others] = broken.mistakes;
  expect(others).toEqual([]);
  expect(broken.rules).toHaveLength(set.rules.length);
  expect(mistake).toMatchObject({ file, rule: "test.rule", field: "when", position: 9 });
  expect(mistake?.zh).toMatch(/\p{Script=Han}/u);
  expect(mistake?.en).toMatch(/[a-z]/);
});

test("a mistake keeps the policies from being applied, and the sentence names its place", async () => {
  const { ownerUrl } = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), "policies-"));
  cpSync(policiesFolder, folder, { recursive: true });
  appendFileSync(
    join(folder, "quality/household-income.yaml"),
    householdRule.replace("WHEN", "家庭人口 >= and 1"),
  );
  await expect(applyPolicies(ownerUrl, folder)).rejects.toMatchObject({
    code: "verdict.policy-mistakes",
    en: expect.stringContaining("quality/household-income.yaml test.rule when:9"),
  });
  rmSync(folder, { recursive: true });
});

test("all type errors of a rule are shown at once, with the nearest label", () => {
  const text = householdRule.replace("WHEN", "\"脱贫属性 = '脱贫了' and 人口 > 1\"");
  const mistakes = mistakesOf("quality/household-income.yaml", text);
  expect(mistakes).toHaveLength(2);
  expect(mistakes.map((mistake) => mistake.zh).join()).toContain("脱贫");
});

test("a part of a condition without words of its own is a mistake", () => {
  const text = householdRule.replace("WHEN", "家庭人口 > 0 and 危房户 = false");
  const [mistake] = mistakesOf("quality/household-income.yaml", text);
  expect(mistake).toMatchObject({ rule: "test.rule", field: "message", code: "rule.message-count" });
});

test("an example that differs is reported with its file and number", () => {
  const file = "quality/household-income.yaml";
  const checked = withSpoiled(
    (folder) => appendFileSync(join(folder, file), householdRule.replace("WHEN", "家庭人口 > 1")),
    (folder) => checkPolicies(folder),
  );
  expect(checked.failed).toMatchObject([{ file, rule: "test.rule", field: "examples[0]" }]);
});

test.each([
  ["a rule that stands twice", "quality/member-work.yaml", "quality/member-school.yaml", /duplicate/],
  ["a file that is no list", "quality/member-work.yaml", undefined, /not-a-list/],
])("%s is a mistake", (_, file, copied, code) => {
  const mistakes = withSpoiled(
    (folder) => {
      if (copied) cpSync(join(folder, copied), join(folder, file));
      else writeFileSync(join(folder, file), "rules: none\n");
    },
    (folder) => readPolicies(folder).mistakes,
  );
  expect(mistakes.map((mistake) => mistake.code).join()).toMatch(code);
});

test("broken YAML is reported for its file, and the other files are still read", () => {
  const broken = withSpoiled(
    (folder) => writeFileSync(join(folder, "quality/member-work.yaml"), "- id: [\n"),
    (folder) => readPolicies(folder),
  );
  expect(broken.mistakes).toMatchObject([{ file: "quality/member-work.yaml", code: "file.unreadable" }]);
  expect(broken.rules.length).toBeGreaterThan(100);
});

test("a standard that names no rule, and a line given twice, are mistakes", () => {
  const standard = `
- { id: test, title: { zh: 试, en: try }, scope: '41', valid: { from: '2018-01-01' },
    source: { document: 试, article: 试 }, rules: [no.such.rule] }
`;
  expect(mistakesOf("standards.yaml", standard)[0]?.en).toContain("no.such.rule");
  const line = `
- { kind: poverty, scope: '', concept: { zh: 试, en: try }, source: { document: 试, article: 试 }, amounts: { 2018: '3000' } }
`;
  expect(mistakesOf("lines.yaml", line)[0]?.en).toContain("stands twice");
});

test("a contradiction is named from the shared list, and a name that is not there is a mistake", () => {
  const water = set.rules.find(({ rule }) => rule.id === "exit.household.water");
  expect(water?.rule.contradictions.map(({ when }) => when)).toEqual(["饮水安全 = true and 饮水困难 = true"]);
  const text = householdRule.replace("WHEN", "家庭人口 > 0\n  contradictions: [no-such-name]");
  expect(mistakesOf("quality/household-living.yaml", text)).toMatchObject([
    { rule: "test.rule", field: "contradictions[0]", code: "rule.unknown-contradiction" },
  ]);
});

test("every shared contradiction is named by two rules or more", () => {
  const stated = set.rules.flatMap(({ rule }) => rule.contradictions.map(({ when }) => when));
  const path = join(policiesFolder, "contradictions.yaml");
  const shared = readContradictions(parse(readFileSync(path, "utf8")));
  for (const [name, { when }] of shared) {
    expect(stated.filter((one) => one === when).length, name).toBeGreaterThan(1);
  }
});

test("the version depends on the content alone", () => {
  const same = withSpoiled(
    () => undefined,
    (folder) => readPolicies(folder).version,
  );
  expect(same).toBe(set.version);
  const other = withSpoiled(
    (folder) => appendFileSync(join(folder, "lines.yaml"), "# another year\n"),
    (folder) => readPolicies(folder).version,
  );
  expect(other).not.toBe(set.version);
});

test("the facts alone are the same facts, and no file of rules is parsed for them", () => {
  const read = withSpoiled(
    (folder) => writeFileSync(join(folder, "cn-2016/exit/household.yaml"), "- { broken"),
    readFactCatalogue,
  );
  expect(read).toEqual(set.catalogue);
});
