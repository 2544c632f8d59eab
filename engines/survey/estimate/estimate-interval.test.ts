import { describe, expect, test } from "vitest";
import { type Design, buildDesign, countedRows, degreesOfFreedom } from "../design/design.ts";
import { clopperPearson, wilson } from "../interval/interval.ts";
import { type Estimate, type VarianceMethod, estimateStatistic } from "./estimate.ts";
import { type IntervalKind, intervalKinds, intervalOf } from "./estimate-interval.ts";
import { explainEstimate } from "./estimate-words.ts";
import { meanOf, totalOf } from "./statistic.ts";

const answers = Float64Array.of(1, 0, 0, 1, 0, 0, 0, 1, 0, 0);
const simple = buildDesign({ rowCount: 10 });
const villages = buildDesign({ clusters: [["a", "a", "b", "b", "c", "c", "d", "d", "e", "e"]] });

function limitsOf(kind: IntervalKind, design: Design, y: Float64Array, isProportion = true) {
  const found = estimateStatistic(design, meanOf(y));
  const given = { design, isProportion, groupRows: design.rowCount, level: 0.95 };
  return intervalOf(kind, found, { ...given, degreesOfFreedom: degreesOfFreedom(design) });
}

describe("the interval that is asked for", () => {
  test("Wilson and Clopper-Pearson count those who answered", () => {
    expect(limitsOf("wilson", simple, answers)).toEqual(wilson({ events: 3, n: 10, level: 0.95 }));
    expect(limitsOf("cp", simple, answers)).toEqual(clopperPearson({ events: 3, n: 10, level: 0.95 }));
  });

  test("t is wider than normal, Korn-Graubard stays between 0 and 1", () => {
    const [normal, student, graubard] = (["normal", "t", "kg"] as const).map((kind) =>
      limitsOf(kind, villages, answers),
    );
    expect(student?.high).toBeGreaterThan(normal?.high ?? Infinity);
    expect(student?.low).toBeLessThan(0);
    expect(graubard?.low).toBeGreaterThan(0);
  });

  test("the cap never claims more than those who were asked", () => {
    // Villages exactly alike: the sample shows less variance than a simple random one.
    const alike = Float64Array.of(1, 0, 0, 1, 0, 1, 1, 0, 1, 1);
    const [free, capped] = (["kg", "kg-capped"] as const).map((kind) => limitsOf(kind, villages, alike));
    expect(capped?.low).toBeLessThan(free?.low ?? 0);
  });

  test.each(intervalKinds)("%s of everybody is what was found; of nobody it is nothing", (kind) => {
    const everybody = buildDesign({ populations: [new Float64Array(10).fill(10)] });
    expect(limitsOf(kind, everybody, answers)).toEqual({ low: 0.3, high: 0.3 });
    expect(
      limitsOf(
        kind,
        villages,
        answers.map(() => Number.NaN),
      ),
    ).toEqual({ low: Number.NaN, high: Number.NaN });
  });

  test("a mean has no interval of a proportion", () => {
    expect(() => limitsOf("wilson", simple, answers, false)).toThrow(
      expect.objectContaining({ code: "estimate.interval-not-for" }),
    );
  });
});

test("a domain whose weights are all 0 has nobody in it: no total, no error", () => {
  const design = buildDesign({ weight: Float64Array.of(1, 1, 1, 0, 0) });
  const found = estimateStatistic(
    design,
    totalOf(Float64Array.of(1, 2, 3, 4, 5), Uint8Array.of(0, 0, 0, 1, 1)),
  );
  expect(found).toMatchObject({ estimate: Number.NaN, standardError: Number.NaN, rows: 0 });
});

describe("answers from a single village, or from a single row", () => {
  const group = Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
  const lone = (kind: IntervalKind, design: Design, member: Uint8Array, method?: VarianceMethod) => {
    const found = estimateStatistic(design, meanOf(answers, member), method);
    const groupRows = countedRows(design, member);
    return intervalOf(kind, found, {
      design,
      isProportion: true,
      groupRows,
      level: 0.95,
      degreesOfFreedom: 4,
    });
  };
  const none = { low: Number.NaN, high: Number.NaN };

  test.each(["normal", "t", "kg", "kg-capped"] as const)(
    "%s has no limits: nothing is seen of the error",
    (kind) => {
      expect(lone(kind, villages, group)).toEqual(none);
      expect(lone(kind, simple, Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toEqual(none);
      // The replicate that leaves the village out has no mean.
      expect(lone(kind, villages, group, { kind: "jkn" })).toEqual(none);
      expect(lone(kind, villages, Uint8Array.of(1, 0, 1, 0, 0, 0, 0, 0, 0, 0))).not.toEqual(none);
    },
  );

  test("the words say why, and call it neither met nor failed", () => {
    const found = estimateStatistic(villages, meanOf(answers, group));
    const { zh, en } = explainEstimate({
      name: "满意",
      isProportion: true,
      found,
      interval: none,
      degreesOfFreedom: 4,
      level: 0.95,
    });
    expect(zh).toMatch(/估计为50%.*给不出区间/);
    expect(en).toMatch(/50 %.*no interval/);
    expect(zh + en).not.toContain("NaN");
  });
});

describe("in words", () => {
  const story = (found: Estimate, isProportion: boolean, degreesOfFreedom: number) =>
    explainEstimate({
      name: "满意",
      isProportion,
      found,
      interval: { low: 0.1, high: 0.5 },
      degreesOfFreedom,
      level: 0.95,
    });

  test("a proportion in percent, with what the sample is worth", () => {
    const { zh, en } = story(
      { estimate: 0.3, standardError: 0.1, designEffect: 2, rows: 10, units: 5 },
      true,
      4,
    );
    expect(zh).toMatch(/30%.*10条.*95次.*10%至50%.*证据不足，不是不达标.*约5条.*自由度是4.*请统计人员复核/);
    expect(en).toMatch(
      /30 %.*10 records.*95 of 100.*10 % to 50 %.*not a failure.*about 5.*4 degrees of freedom.*statistician/,
    );
  });

  test("no data is said to be no data; an unknown design effect is left out", () => {
    const nothing = estimateStatistic(simple, meanOf(answers.map(() => Number.NaN)));
    expect(story(nothing, true, 9).zh).toContain("没有数据不等于零");
    const one = estimateStatistic(simple, totalOf(answers.map(() => 2)));
    expect(story(one, false, 9).zh).not.toContain("设计效应");
  });
});
