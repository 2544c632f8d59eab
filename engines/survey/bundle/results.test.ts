import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { hexToBytes } from "@noble/hashes/utils.js";
import { expect, test } from "vitest";
import { type Draw, draw } from "../draw/draw.ts";
import type { Interview } from "./interview.ts";
import { respondentsOf } from "./respondents.ts";
import { type ResultQuestion, publishedResults } from "./results.ts";

const folder = join(import.meta.dirname, "../vectors");
const readJson = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const rowsOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

const households = rowsOf(
  gunzipSync(readFileSync(join(folder, "synth_county_households.csv.gz"))).toString(),
);
const inputs = readJson("draw_vectors.json").inputs.synth_county;
const county = draw({
  frame: rowsOf(readFileSync(join(folder, "synth_county_villages.csv"), "utf8"))
    .map((row) => `${row.join("\t")}\n`)
    .join(""),
  plan: inputs.plan,
  beacons: [`hex:${inputs.publicRandomness_hex}`],
  shares: [hexToBytes(inputs.secret_hex)],
  households: households
    .map(([id, village, , group, persons]) => `${id}\t${village}\t${group}\t${persons}\n`)
    .sort()
    .join(""),
});

/** What would have been found at each drawn household of the invented county. */
function interviewsOf({ second }: Draw): Interview[] {
  const found = new Map(households.map((row) => [row[0], row]));
  return (second?.households ?? []).map(({ household: { id } }) => {
    const [, , , , persons, wrong, missed, satisfied] = (found.get(id) ?? []).map(Number);
    return {
      id,
      state: "interviewed",
      answers: {
        persons: persons ?? 0,
        wrongPersons: (persons ?? 0) * (wrong ?? 0),
        missedPersons: (persons ?? 0) * (missed ?? 0),
        satisfied: satisfied === 1,
      },
    };
  });
}

const ask = (
  question: Pick<ResultQuestion, "measure" | "of" | "over" | "value" | "group">,
): ResultQuestion => ({
  ...question,
  interval: question.measure === "proportion" ? "kg" : "t",
  level: 0.95,
});

test("the invented county from its register to its rates: R survey's estimates and standard errors", () => {
  const expected = readJson("expected_synth_county.json").ultimate_cluster_WR;
  const [wrong, missed, satisfied, satisfiedT] = publishedResults(county, interviewsOf(county), [
    ask({ measure: "ratio", of: "wrongPersons", over: "persons", group: "T" }),
    ask({ measure: "ratio", of: "missedPersons", over: "persons", group: "G" }),
    ask({ measure: "proportion", of: "satisfied", value: true, group: null }),
    ask({ measure: "proportion", of: "satisfied", value: true, group: "T" }),
  ]);
  for (const [found, reference] of [
    [wrong, expected.wrong_exit],
    [missed, expected.missed],
    [satisfied, expected.satisfied_all],
    [satisfiedT, expected.satisfied_T],
  ]) {
    expect(Math.abs(found.estimate / reference.est - 1)).toBeLessThan(1e-8);
    expect(Math.abs(found.se / reference.se - 1)).toBeLessThan(1e-8);
    expect(found.df).toBe(expected.df);
  }
  expect([wrong?.rows, missed?.rows]).toEqual([expected.n_hh_T, expected.n_hh_G]);
});

const oneVillage = (method: string, strata: string, households?: string) =>
  draw({
    frame: "a\tN\t10\nb\tN\t10\nc\tN\t10\n",
    plan: `{"county":"1","method":"${method}",${strata},"version":1}`,
    beacons: ["x"],
    shares: [new Uint8Array(32).fill(7)],
    households,
  });

test("those who answered stand for those who did not, and nobody for an error of the frame", () => {
  const list = ["a", "b", "c"].flatMap((village) =>
    [1, 2, 3, 4].map((at) => `${village}${at}\t${village}\tT\n`),
  );
  const drawn = oneVillage("srs", '"stage1":{"N":3},"stage2":{"T":4}', list.join(""));
  const states: Record<string, Interview["state"]> = {
    a1: "absent",
    a2: "not-found",
    b1: "refused",
    b2: "refused",
    b3: "refused",
    b4: "absent",
  };
  const interviews = drawn.second!.households.map(({ household: { id } }): Interview => ({
    id,
    state: states[id] ?? "interviewed",
    answers: {},
  }));
  const weights = Object.groupBy(respondentsOf(drawn, interviews), ({ cluster }) => cluster);
  const sum = (village: string) => (weights[village] ?? []).reduce((total, { weight }) => total + weight, 0);
  // 3 households in a, 4 in b that c and a stand for, 4 in c: 11 in all.
  expect(sum("a") + sum("b") + sum("c")).toBeCloseTo(11, 12);
  expect([weights["a"]?.length, weights["b"], weights["c"]?.length]).toEqual([2, undefined, 4]);
  expect(sum("a") / sum("c")).toBeCloseTo(3 / 4, 12);
});

test("of one stage: an srs has its finite population correction, its total is that of a census when all are drawn", () => {
  const interviews = ["a", "b", "c"].map((id, at): Interview => ({
    id,
    state: "interviewed",
    answers: { y: at + 1 },
  }));
  const census = oneVillage("srs", '"strata":{"N":3}');
  const [total] = publishedResults(census, interviews, [ask({ measure: "total", of: "y", group: null })]);
  expect([total?.estimate, total?.se]).toEqual([6, 0]);
  const two = oneVillage("srs", '"strata":{"N":2}');
  const ids = two.selected.map(({ unit }) => unit.id);
  const [mean] = publishedResults(
    two,
    interviews.filter(({ id }) => ids.includes(id)),
    [ask({ measure: "mean", of: "y", group: null })],
  );
  const [low = 0, high = 0] = interviews
    .filter(({ id }) => ids.includes(id))
    .map(({ answers }) => Number(answers["y"]));
  // s²/n · (1 − n/N) with s² = (high − low)²/2, n = 2, N = 3.
  expect([mean?.estimate, mean?.se]).toEqual([
    (low + high) / 2,
    expect.closeTo(Math.sqrt((high - low) ** 2 / 12), 12),
  ]);
});

test("what is not defined is null; what cannot be computed is refused", () => {
  const drawn = oneVillage("srs", '"strata":{"N":3}');
  const interviews = ["a", "b", "c"].map((id): Interview => ({
    id,
    state: "interviewed",
    answers: { y: null },
  }));
  const [nothing] = publishedResults(drawn, interviews, [ask({ measure: "mean", of: "y", group: null })]);
  expect(nothing).toMatchObject({ estimate: null, low: null, high: null, rows: 0 });
  expect(() => publishedResults(drawn, [], [])).toThrow(expect.objectContaining({ code: "results.nobody" }));
  const pareto = oneVillage("pareto", '"strata":{"N":1}');
  const [only] = pareto.selected;
  const visit: Interview = { id: only!.unit.id, state: "interviewed", answers: {} };
  expect(() => publishedResults(pareto, [visit], [])).toThrow(
    expect.objectContaining({ code: "results.no-weights" }),
  );
});

test("a result that asks nothing, or what says nothing, is refused", () => {
  const drawn = oneVillage("srs", '"strata":{"N":3}');
  const interviews = ["a", "b", "c"].map((id): Interview => ({
    id,
    state: "interviewed",
    answers: { y: "calm", n: 1 },
  }));
  const share = ask({ measure: "proportion", of: "y", value: "calm", group: null });
  for (const [question, code] of [
    [{ ...share, value: "clam" }, "results.value"],
    [{ ...share, group: "P" }, "results.group"],
    [{ ...share, of: "z" }, "results.question"],
    [{ ...ask({ measure: "ratio", of: "n", over: "m", group: null }) }, "results.question"],
    [{ ...share, interval: "normal" as const }, "results.interval"],
    [{ ...share, level: 0.01 }, "results.level"],
  ] as const) {
    expect(() => publishedResults(drawn, interviews, [question])).toThrow(expect.objectContaining({ code }));
  }
  expect(publishedResults(drawn, interviews, [share])).toHaveLength(1);
});

test("a stratum where nobody answered does not vanish from a result for all", () => {
  const drawn = draw({
    frame: "a\tN\t1\nb\tP\t1\n",
    plan: '{"county":"1","method":"srs","strata":{"N":1,"P":1},"version":1}',
    beacons: ["x"],
    shares: [new Uint8Array(32).fill(7)],
  });
  const visits = (state: Interview["state"]): Interview[] => [
    { id: "a", state: "interviewed", answers: { y: 1 } },
    { id: "b", state, answers: {} },
  ];
  const of = (group: string | null) => [ask({ measure: "total", of: "y", group })];
  expect(() => publishedResults(drawn, visits("refused"), of(null))).toThrow(
    expect.objectContaining({ code: "results.silent" }),
  );
  expect(publishedResults(drawn, visits("refused"), of("N"))).toHaveLength(1);
  // Who does not belong to the frame is stood for by nobody.
  expect(publishedResults(drawn, visits("dissolved"), of(null))).toHaveLength(1);
});
