import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type CliPlace, makeCliPlace } from "../../test/cli.ts";
import { relativeError } from "../../test/reference-data.ts";

const number = z.number().nullable();
const Answer = z.strictObject({
  n: z.number(),
  df: z.number(),
  estimates: z.array(
    z.strictObject({
      name: z.string(),
      group: z.string().nullable(),
      estimate: number,
      se: number,
      low: number,
      high: number,
      deff: number,
    }),
  ),
});

const vectors = join(import.meta.dirname, "../../engines/survey/vectors");
const small = `area,unit,group,y,level,weight,bad,rep1,rep2,rep3,rep4,report
a,1,乙,1,Yes,1,1,2,2,0,0,9
a,2,甲,0,No,1,1,0,0,2,2,9
b,1,,1,Yes,1,1,2,0,2,0,9
b,2,10,,,1,-1,0,2,0,2,9
c,1,9,NA,No,1,1,2,0,0,2,9
c,2,甲,1,Yes,1,1,0,2,2,0,9
`;
const smallDesign = ["--data", "small.csv", "--strata", "area", "--cluster", "unit"];

let place: CliPlace;
beforeAll(() => {
  place = makeCliPlace();
  writeFileSync(join(place.folder, "small.csv"), small);
  writeFileSync(join(place.folder, "hole.csv"), small.replace("b,1", ",1"));
});
afterAll(() => place.remove());

async function answerOf(...args: string[]) {
  const run = await place.run("survey", "estimate", ...args, "--json");
  expect(run).toMatchObject({ exitCode: 0 });
  return Answer.parse(run.json());
}

describe("survey estimate", () => {
  test("a rate of the county with the limits of Korn and Graubard", async () => {
    const design = ["--data", join(vectors, "synth_county_sample.csv"), "--weight", "w", "--strata", "vtype"];
    const question = ["--proportion", "satisfied=1", "--by", "htype", "--interval", "kg"];
    const { n, df, estimates } = await answerOf(...design, "--cluster", "village", ...question);
    expect([n, df, ...estimates.map(({ group }) => group)]).toEqual([691, 22, "G", "K", "T"]);
    expect(relativeError(estimates[2]?.estimate ?? 0, 0.893233859875097)).toBeLessThan(1e-8);
    expect(relativeError(estimates[2]?.se ?? 0, 0.024085431024015)).toBeLessThan(1e-8);
  });

  test("two stages with finite populations", async () => {
    const data = ["--data", join(vectors, "mu284_twostage.csv")];
    const { df, estimates } = await answerOf(
      ...data,
      "--cluster",
      "id1,id2",
      "--fpc",
      "n1,n2",
      "--total",
      "y1",
    );
    expect(df).toBe(4);
    expect(estimates[0]?.estimate).toBe(15080);
    expect(relativeError(estimates[0]?.se ?? 0, 2274.25470087333)).toBeLessThan(1e-8);
  });

  test("replicate weights: columns of the prefix and a number; the jackknife", async () => {
    const data = ["--data", join(vectors, "scd.csv"), "--strata", "ESA", "--cluster", "ambulance"];
    const jkn = await answerOf(...data, "--ratio", "alive/arrests", "--variance", "jkn");
    expect(relativeError(jkn.estimates[0]?.se ?? 0, 0.00984645720399716)).toBeLessThan(1e-8);
    const replicates = ["--variance", "replicates", "--replicates", "rep", "--scale", "0.25"];
    const brr = await answerOf("--data", "small.csv", ...replicates, "--total", "report");
    expect(brr).toMatchObject({ n: 6, df: 3, estimates: [{ name: "report", estimate: 54, se: 0 }] });
  });

  test("groups by the bytes of their names; what is missing is outside and stays in the design", async () => {
    const { n, df, estimates } = await answerOf(...smallDesign, "--total", "y", "--by", "group");
    expect(estimates.map(({ group, estimate }) => [group, estimate])).toEqual([
      ["10", null],
      ["9", null],
      ["乙", 1],
      ["甲", 1],
    ]);
    expect([n, df]).toEqual([6, 3]);
    const means = await answerOf(...smallDesign, "--mean", "y", "--by", "group");
    expect(means.estimates[0]).toMatchObject({ estimate: null, se: null, low: null, high: null, deff: null });
  });

  test.each(["taylor", "jkn"])(
    "a group in one village has no limits, and the others have theirs: %s",
    async (variance) => {
      const asked = [...smallDesign, "--proportion", "y=1", "--by", "group", "--variance", variance];
      const run = await place.run("survey", "estimate", ...asked, "--json");
      const { estimates } = Answer.parse(run.json());
      expect(run.exitCode).toBe(0);
      expect(estimates[2]).toMatchObject({ group: "乙", estimate: 1, low: null, high: null });
      expect(estimates[3]).toMatchObject({ group: "甲", estimate: 0.5, low: expect.any(Number) });
      expect(run.stderr).toContain("“y=1 [乙]”没有区间");
    },
  );

  test("for people: numbers and a paragraph", async () => {
    const run = await place.run("survey", "estimate", ...smallDesign, "--proportion", "level=Yes");
    expect(run.stdout).toContain("level=Yes: 0.6");
    expect(run.stdout).toContain("不是不达标");
    writeFileSync(join(place.folder, "lonely.csv"), `${small}d,1,甲,1,Yes,1,1,1,1,1,1,9\n`);
    const lonely = [
      "--data",
      "lonely.csv",
      "--strata",
      "area",
      "--cluster",
      "unit",
      "--proportion",
      "level=Yes",
    ];
    const wilson = await place.run("survey", "estimate", ...lonely, "--interval", "wilson");
    expect(wilson.stdout).toContain("简单随机样本");
    expect(wilson.stdout).toContain("有1个层只抽到一个单位");
    const json = await place.run("survey", "estimate", ...lonely, "--interval", "wilson", "--json");
    expect(json.stderr).toMatch(/简单随机样本[^]*有1个层只抽到一个单位/);
  });
});

test("a name that is missing is told by its column", async () => {
  const strata = await place.run(
    "survey",
    "estimate",
    "--data",
    "hole.csv",
    "--strata",
    "area",
    "--mean",
    "y",
    "--json",
  );
  expect(strata.json()).toMatchObject({ error: { zh: expect.stringContaining("第3条记录的“area”是空的") } });
  const cluster = await place.run(
    "survey",
    "estimate",
    "--data",
    "hole.csv",
    "--cluster",
    "unit,area",
    "--mean",
    "y",
    "--json",
  );
  expect(cluster.json()).toMatchObject({ error: { en: expect.stringContaining('"area"') } });
});

test("a wrong weight or population is named by its line and column", async () => {
  const [weight, population] = await Promise.all([
    place.run("survey", "estimate", ...smallDesign, "--mean", "y", "--weight", "bad"),
    place.run("survey", "estimate", ...smallDesign, "--mean", "y", "--fpc", "rep1"),
  ]);
  expect(weight.stderr).toContain("第5行“bad”列的权数是-1");
  expect(population.stderr).toContain("第3行“rep1”列的总体单位数是0");
});

describe("exit code 2 and a sentence", () => {
  test.each<[string, string[]]>([
    ["cli.bad-input", [...smallDesign]],
    ["cli.bad-input", [...smallDesign, "--mean", "y", "--total", "y"]],
    ["cli.bad-input", [...smallDesign, "--mean", "y", "--interval", "exact"]],
    ["cli.bad-input", [...smallDesign, "--mean", "y", "--lonely", "ignore"]],
    ["cli.bad-input", [...smallDesign, "--mean", "y", "--variance", "replicates", "--replicates", "rep"]],
    [
      "cli.bad-input",
      [
        ...smallDesign,
        "--mean",
        "y",
        "--variance",
        "replicates",
        "--replicates",
        "rep",
        "--scale",
        "0.25",
        "--lonely",
        "merge",
      ],
    ],
    ["cli.bad-input", [...smallDesign, "--ratio", "y"]],
    ["cli.bad-input", [...smallDesign, "--proportion", "level="]],
    ["survey.no-such-value", [...smallDesign, "--proportion", "level=Maybe"]],
    ["cli.bad-input", [...smallDesign, "--proportion", "level"]],
    ["cli.usage", [...smallDesign, "--mean", "y", "--colour", "red"]],
    ["cli.file-missing", ["--data", "none.csv", "--mean", "y"]],
    ["data.column-missing", [...smallDesign, "--mean", "income"]],
    ["data.column-missing", [...smallDesign, "--mean", "y", "--by", "place"]],
    ["data.not-a-number", [...smallDesign, "--mean", "level"]],
    ["design.weight-negative", [...smallDesign, "--mean", "y", "--weight", "bad"]],
    ["design.label-missing", ["--data", "hole.csv", "--strata", "area", "--mean", "y"]],
    [
      "design.replicates-wrong",
      [...smallDesign, "--mean", "y", "--variance", "replicates", "--replicates", "r", "--scale", "1"],
    ],
    ["design.population-too-small", [...smallDesign, "--mean", "y", "--fpc", "weight"]],
    ["estimate.interval-not-for", [...smallDesign, "--mean", "y", "--interval", "kg"]],
  ])("%s %j", async (code, args) => {
    const run = await place.run("survey", "estimate", ...args, "--json");
    expect(run).toMatchObject({ exitCode: 2 });
    expect(run.json()).toMatchObject({
      error: { code, zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
    });
  });
});
