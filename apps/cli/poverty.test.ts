/** `poverty` and `rank` as they are run: answers in the promised shape, and a sentence with exit code 2 for what cannot be computed. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliPlace, makeCliPlace } from "../../test/cli.ts";

let place: CliPlace;

/** Six persons of three villages; the last two incomes are exactly the line and missing. */
const incomes = [
  "village,w,income,no",
  "a,10,50,x",
  "a,10,80,x",
  "b,10,120,x",
  "b,10,150,x",
  "c,10,100,x",
  "c,10,NA,x",
];

beforeAll(() => {
  place = makeCliPlace();
  for (const [name, text] of Object.entries({
    "incomes.csv": incomes.join("\n"),
    "negative.csv": "w,income\n-1,50\n1,80",
    "nothing.csv": "village,income\na,0\nb,50\nc,200",
    "scores.csv": "county,score,se\n乙县,89,1\n甲县,90,1\n丙县,60,1",
    "twice.csv": "county,score,se\n甲县,89,1\n甲县,90,1",
    "nameless.csv": "county,score,se\n甲县,89,1\nNA,90,1",
    "unsure.csv": "county,score,se\n甲县,89,NA\n乙县,90,1",
  })) {
    writeFileSync(join(place.folder, name), text);
  }
});

afterAll(() => place.remove());

const asked = ["--income", "income", "--line", "100", "--weight", "w", "--cluster", "village"];
const poverty = (file: string, ...more: string[]) => place.run("poverty", "--data", file, ...more);
const rank = (file: string, ...more: string[]) =>
  place.run("rank", "--data", file, "--name", "county", "--estimate", "score", "--se", "se", ...more);

test("every measure with its standard error; who is poor is below the line unless said otherwise", async () => {
  const below = (await poverty("incomes.csv", ...asked, "--json")).json();
  expect(Object.keys(below)).toEqual(["fgt0", "fgt1", "fgt2", "watts", "sen", "sst", "gini"]);
  for (const measure of Object.values(below)) {
    expect(measure).toEqual({ estimate: expect.any(Number), se: expect.any(Number) });
  }
  expect(below).toMatchObject({ fgt0: { estimate: 2 / 5 }, fgt1: { estimate: expect.closeTo(0.14, 12) } });
  const atOrBelow = (await poverty("incomes.csv", ...asked, "--poor", "at-or-below", "--json")).json();
  expect(atOrBelow).toMatchObject({
    fgt0: { estimate: 3 / 5 },
    fgt1: { estimate: expect.closeTo(0.14, 12) },
  });
});

test("the two formulas of the Gini coefficient", async () => {
  const [population, byRank] = await Promise.all(
    ["population", "rank"].map(async (formula) =>
      (await poverty("incomes.csv", ...asked, "--gini", formula, "--json")).json(),
    ),
  );
  expect(population?.["gini"]).toMatchObject({ estimate: expect.closeTo(480 / 2500, 12) });
  // Higher by (Σw²y − Σwy)/(W Σwy), much where a weight is a fifth of the whole.
  expect(byRank?.["gini"]).toMatchObject({ estimate: expect.closeTo(480 / 2500 + 45_000 / 250_000, 12) });
});

test("lines for people say what depth means; who has no income is named", async () => {
  const { stdout } = await poverty("incomes.csv", ...asked);
  expect(stdout).toContain("n 5  income < 100");
  expect(stdout).toContain("贫困的人平均比线低35%");
  const nothing = await poverty("nothing.csv", "--income", "income", "--line", "100");
  expect(nothing.stderr).toContain("1条记录的收入是0或负数");
  expect(nothing.exitCode).toBe(0);
});

test("ranks in the order of the file, with the ranks that are possible", async () => {
  expect((await rank("scores.csv", "--alpha", "0.05", "--json")).json()).toEqual([
    { name: "乙县", rank: 2, low: 1, high: 2 },
    { name: "甲县", rank: 1, low: 1, high: 2 },
    { name: "丙县", rank: 3, low: 3, high: 3 },
  ]);
  const { stdout } = await rank("scores.csv");
  expect(stdout.split("\n")[0]).toBe("1  甲县  [1, 2]");
  expect(stdout).toContain("共3对，其中1对");
  expect(stdout).toContain("名次不同而奖惩不同");
});

test.each([
  [["poverty", "--data", "incomes.csv", "--line", "100"], "cli.bad-input"],
  [["poverty", "--data", "incomes.csv", "--income", "income"], "cli.bad-input"],
  [["poverty", "--data", "incomes.csv", ...asked, "--poor", "over"], "cli.bad-input"],
  [["poverty", "--data", "incomes.csv", "--income", "income", "--line", "0"], "poverty.line-wrong"],
  [["poverty", "--data", "incomes.csv", "--income", "gone", "--line", "100"], "data.column-missing"],
  [["poverty", "--data", "incomes.csv", "--income", "no", "--line", "100"], "data.not-a-number"],
  [["poverty", "--data", "gone.csv", "--income", "income", "--line", "100"], "cli.file-missing"],
  [
    ["poverty", "--data", "negative.csv", "--income", "income", "--line", "1", "--weight", "w"],
    "design.weight-negative",
  ],
  [["rank", "--data", "scores.csv", "--name", "county", "--estimate", "score"], "cli.bad-input"],
  [
    ["rank", "--data", "scores.csv", "--name", "county", "--estimate", "x", "--se", "se"],
    "data.column-missing",
  ],
])("%j: %s and exit code 2", async (words, code) => {
  const run = await place.run(...words, "--json");
  expect([run.exitCode, run.json()["error"]]).toEqual([2, expect.objectContaining({ code })]);
});

test.each([
  ["twice.csv", [], "rank.name-twice"],
  ["nameless.csv", [], "rank.name-missing"],
  ["unsure.csv", [], "rank.se-wrong"],
  ["scores.csv", ["--alpha", "0"], "rank.alpha-wrong"],
])("rank of %s %j: %s and exit code 2", async (file, more, code) => {
  const run = await rank(file, ...more, "--json");
  expect([run.exitCode, run.json()["error"]]).toEqual([2, expect.objectContaining({ code })]);
});
