import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { syntheticId } from "../../test/register-builders.ts";
import { makeCliPlace } from "../../test/cli.ts";
import { findRunningPostgres } from "../../platform/postgres/start.ts";

const place = makeCliPlace();
afterAll(() => place.remove());

const minutes = 60_000;
let expected = { households: 0, persons: 0, rejects: 0 };

test("a synthetic roster is generated without a database, the same one for the same seed", async () => {
  const wanted = ["--households", "120", "--seed", "7", "--quirks", "--json"];
  const first = await place.run("demo", "generate", ...wanted, "--out", "花名册2018.xlsx");
  expect(first.exitCode).toBe(0);
  const { expected: promised, ...rest } = first.json();
  expect(rest).toMatchObject({ file: "花名册2018.xlsx", households: 120 });
  expected = promised as typeof expected;
  const again = await place.run("demo", "generate", ...wanted, "--out", "again.xlsx");
  expect(again.json()["persons"]).toBe(first.json()["persons"]);
  const over = await place.run("demo", "generate", ...wanted, "--out", "again.xlsx");
  expect([over.exitCode, over.json()["error"]]).toEqual([
    2,
    expect.objectContaining({ code: "cli.file-exists" }),
  ]);
  expect(existsSync(place.dataDir)).toBe(false);
});

test(
  "on a fresh folder the import makes the database, takes the good rows and ends with 3 for the others",
  { timeout: 3 * minutes },
  async () => {
    const run = await place.run("import", "花名册2018.xlsx", "--year", "2018", "--json");
    expect(run.exitCode).toBe(3);
    const { rejected, diff, ...counts } = run.json();
    expect(counts).toEqual({
      recognised: "roster",
      year: 2018,
      households: expected.households,
      persons: expected.persons,
      created: expected.households,
      updated: 0,
      unchanged: 0,
      gone: 0,
      remarks: [],
      identityChanges: [],
      identityChangeCount: 0,
      identityDigest: null,
    });
    expect(rejected).toHaveLength(expected.rejects);
    expect(rejected).toContainEqual({
      sheet: expect.any(String),
      row: expect.any(Number),
      registerNo: expect.any(String),
      column: expect.any(String),
      reason: expect.any(String),
      reasonEn: expect.any(String),
    });
    expect(diff).toMatchObject({ new: expected.households, gone: 0 });
    expect(await findRunningPostgres(place.dataDir)).toBeUndefined();
  },
);

test("the same file again changes nothing, and a dry run says so", { timeout: 2 * minutes }, async () => {
  const run = await place.run("import", "花名册2018.xlsx", "--year", "2018", "--dry-run", "--json");
  expect(run.json()).toMatchObject({ created: 0, updated: 0, unchanged: expected.households });
});

test("a roster of another seed touches none of these households", { timeout: 2 * minutes }, async () => {
  const wanted = ["--households", "60", "--seed", "8", "--format", "roster", "--out", "seed8.xlsx"];
  expect((await place.run("demo", "generate", ...wanted)).exitCode).toBe(0);
  const run = await place.run("import", "seed8.xlsx", "--year", "2018", "--dry-run", "--json");
  expect(run.json()).toMatchObject({ created: 60, updated: 0, rejected: [], remarks: [] });
});

test(
  "wholly other people under a known number are written only when that is confirmed",
  { timeout: 3 * minutes },
  async () => {
    const header = "县,乡镇,行政村,户编号,姓名,证件号码,与户主关系,脱贫属性";
    const fileOf = (name: string, ...heads: string[]) =>
      writeFileSync(
        join(place.folder, name),
        [header, ...heads.map((head) => `驿城区,水屯镇,孟庄村,41170200001,${head},户主,脱贫`)].join("\n"),
      );
    fileOf("first.csv", `王建国,${syntheticId()}`);
    fileOf("second.csv", `赵守业,${syntheticId()}`);
    const importOf = (...args: string[]) => place.run("import", ...args, "--year", "2019", "--json");
    expect((await importOf("first.csv")).json()).toMatchObject({ created: 1 });
    const refused = await importOf("second.csv");
    expect([refused.exitCode, refused.json()["error"]]).toEqual([
      1,
      expect.objectContaining({ code: "import.identity-changes-unconfirmed" }),
    ]);
    const { identityDigest } = (await importOf("second.csv", "--dry-run")).json();
    const confirmed = await importOf("second.csv", "--confirm-identity-changes", String(identityDigest));
    expect(confirmed.json()).toMatchObject({ updated: 1, identityChangeCount: 1 });
  },
);

test(
  "an evaluation counts every rule over all households, and nothing is left out",
  { timeout: 2 * minutes },
  async () => {
    const run = await place.run("evaluate", "--area", "411702", "--year", "2018", "--json");
    expect(run.exitCode).toBe(0);
    const { households, persons, rules, seconds } = run.json();
    expect({ households, persons }).toEqual({ households: expected.households, persons: expected.persons });
    expect(seconds).toEqual(expect.any(Number));
    const counted = rules as {
      id: string;
      pass: number;
      fail: number;
      unknown: number;
      notApplicable: number;
    }[];
    const income = counted.find((rule) => rule.id === "exit.household.income");
    expect(income && income.pass + income.fail + income.unknown + income.notApplicable).toBe(
      expected.households,
    );
  },
);

test("one group of rules can be asked for, an unknown one is refused", { timeout: 2 * minutes }, async () => {
  const chosen = await place.run(
    "evaluate",
    "--area",
    "4117",
    "--year",
    "2018",
    "--policy",
    "exit.household",
    "--json",
  );
  const ids = (chosen.json()["rules"] as { id: string }[]).map((rule) => rule.id);
  expect(ids.length).toBeGreaterThan(3);
  expect(ids.filter((id) => !id.startsWith("exit.household."))).toEqual([]);
  const unknown = await place.run("evaluate", "--policy", "no.such.rule", "--json");
  expect([unknown.exitCode, unknown.json()["error"]]).toEqual([
    2,
    expect.objectContaining({ code: "verdict.unknown-rule" }),
  ]);
});

test(
  "a changed line is tried as the page tries it, and no verdict changes",
  { timeout: 3 * minutes },
  async () => {
    const rule = ["policy", "what-if", "exit.household.income", "--area", "411702", "--year", "2018"];
    const run = await place.run(...rule, "--line", "90000", "--json");
    expect(run.exitCode).toBe(0);
    expect(run.json()).toMatchObject({
      ruleId: "exit.household.income",
      total: { all: { households: expected.households, persons: expected.persons } },
      counties: { judged: 1, of: 1, cut: false },
      stale: false,
    });
    const same = await place.run(...rule, "--line", "2995");
    expect(same.stdout).toMatch(/\n驿城区 2018年：0 户 households 0 人 persons 会变/);
    const mistake = await place.run(...rule, "--when", "人均纯收入 > 扶贫标", "--json");
    expect([mistake.exitCode, mistake.json()["error"]]).toEqual([
      2,
      expect.objectContaining({
        code: "verdict.what-if-condition",
        detail: expect.objectContaining({ position: 9, length: 3 }),
      }),
    ]);
    const both = await place.run(...rule, "--line", "3000", "--when", "true", "--json");
    expect([both.exitCode, both.json()["error"]]).toEqual([
      2,
      expect.objectContaining({ code: "cli.bad-input" }),
    ]);
  },
);

test("a figure comes with both parts, as-of and snapshot", { timeout: 2 * minutes }, async () => {
  const run = await place.run("indicator", "exit-rate", "--area", "41", "--year", "2018", "--json");
  expect(run.exitCode).toBe(0);
  const { value, numerator, denominator, ...rest } = run.json();
  expect(value).toBe(Number(numerator) / Number(denominator));
  expect(rest).toMatchObject({
    year: 2018,
    asOf: expect.any(String),
    snapshot: expect.any(String),
    formula: expect.any(Object),
    partUnit: "人",
    policyVersion: expect.any(String),
    stale: false,
    staleReason: null,
  });
});

test(
  "without --json rules go by their titles and a rate is read as a rate",
  { timeout: 2 * minutes },
  async () => {
    const run = await place.run("evaluate", "--area", "411702", "--policy", "exit.household");
    expect(run.stdout).toMatch(/人均纯收入\S* \/ Net income[^\n]*\n +\d+ \/ \d+ \/ \d+ \/ \d+ 户 households/);
    const rate = await place.run("indicator", "exit-rate", "--area", "41", "--year", "2018");
    expect(rate.stdout).toMatch(
      /^脱贫率 Exit rate（410000000000 2018）: \d+\.\d\d%（[\d,]+ \/ [\d,]+ 人）\n/,
    );
  },
);

test(
  "a household that does not exist, a wrong area and a file that is no register end with 2",
  { timeout: 3 * minutes },
  async () => {
    const none = await place.run("explain", "0000000000", "--json");
    expect([none.exitCode, none.json()["error"]]).toEqual([
      2,
      expect.objectContaining({ code: "verdict.no-household" }),
    ]);
    const area = await place.run("evaluate", "--area", "41170", "--json");
    expect([area.exitCode, area.json()["error"]]).toEqual([
      2,
      expect.objectContaining({ code: "cli.bad-input" }),
    ]);
    writeFileSync(join(place.folder, "诗.csv"), "床前明月光,疑是地上霜\n举头望明月,低头思故乡\n");
    const poem = await place.run("import", "诗.csv", "--json");
    expect(poem.exitCode).toBe(2);
    expect(poem.json()["error"]).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
  },
);
