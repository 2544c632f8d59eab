/** What must hold for any sample: order, splitting and grouping of its rows change nothing; over all samples weights are right. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DesignInput, buildDesign } from "../design/design.ts";
import { type VarianceMethod, estimateStatistic, linearise } from "./estimate.ts";
import { type Statistic, meanOf, ratioOf, totalOf } from "./statistic.ts";

interface Row {
  stratum: number;
  unit: number;
  weight: number;
  y: number;
  x: number;
  group: number;
}

const aRow = (stratum: number, unit: number) =>
  fc.record({
    stratum: fc.constant(stratum),
    unit: fc.constant(unit),
    weight: fc.integer({ min: 1, max: 400 }).map((own) => own / 16),
    y: fc.integer({ min: -50, max: 50 }),
    x: fc.integer({ min: 1, max: 9 }),
    group: fc.integer({ min: 0, max: 2 }),
  });
const aUnit = (stratum: number, unit: number) =>
  fc.array(aRow(stratum, unit), { minLength: 1, maxLength: 4 });
const aStratum = (stratum: number) =>
  fc
    .integer({ min: 2, max: 4 })
    .chain((units) => fc.tuple(...Array.from({ length: units }, (_, unit) => aUnit(stratum, unit))))
    .map((units) => units.flat());
/** Strata of two to four units, each of one to four rows. */
const aSample: fc.Arbitrary<Row[]> = fc
  .integer({ min: 1, max: 3 })
  .chain((strata) => fc.tuple(...Array.from({ length: strata }, (_, stratum) => aStratum(stratum))))
  .map((strata) => strata.flat());

const column = (rows: readonly Row[], of: (row: Row) => number) => Float64Array.from(rows, of);

function designOf(rows: readonly Row[], isFinite: boolean): DesignInput {
  return {
    weight: column(rows, ({ weight }) => weight),
    strata: rows.map(({ stratum }) => stratum),
    clusters: [rows.map(({ unit }) => unit)],
    ...(isFinite && { populations: [column(rows, ({ stratum }) => 5 + stratum)] }),
  };
}

const statistics: Record<string, (rows: readonly Row[]) => Statistic> = {
  total: (rows) => totalOf(column(rows, ({ y }) => y)),
  mean: (rows) => meanOf(column(rows, ({ y }) => y)),
  ratio: (rows) =>
    ratioOf(
      column(rows, ({ y }) => y),
      column(rows, ({ x }) => x),
    ),
};
const methods: VarianceMethod[] = [{ kind: "taylor" }, { kind: "jkn" }];

/** Estimates and standard errors of every statistic by both methods. */
function figuresOf(rows: readonly Row[], isFinite: boolean): number[] {
  const design = buildDesign(designOf(rows, isFinite));
  return Object.values(statistics).flatMap((of) =>
    methods.flatMap((method) => {
      const { estimate, standardError } = estimateStatistic(design, of(rows), method);
      return [estimate, standardError];
    }),
  );
}

/** The largest difference, as a share where the values are large: not 0, as sums in another order are not quite the same. */
function difference(some: readonly number[], others: readonly number[]): number {
  const apart = some.map(
    (own, at) => Math.abs(own - (others[at] ?? Number.NaN)) / Math.max(1, Math.abs(own)),
  );
  return some.length === others.length ? Math.max(...apart) : Infinity;
}

describe("any sample", () => {
  test("the order of its rows does not matter", () => {
    const shuffled = aSample.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
        fc.boolean(),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([rows, others, isFinite]) => {
        expect(difference(figuresOf(rows, isFinite), figuresOf(others, isFinite))).toBeLessThan(1e-6);
      }),
    );
  });

  test("a row may stand as two that share its weight", () => {
    const split = fc.tuple(aSample, fc.nat(), fc.integer({ min: 1, max: 15 }), fc.boolean());
    fc.assert(
      fc.property(split, ([rows, which, sixteenths, isFinite]) => {
        const at = which % rows.length;
        const parts = [sixteenths / 16, 1 - sixteenths / 16];
        const others = rows.flatMap((row, index) =>
          index === at ? parts.map((part) => ({ ...row, weight: row.weight * part })) : [row],
        );
        expect(difference(figuresOf(rows, isFinite), figuresOf(others, isFinite))).toBeLessThan(1e-6);
      }),
    );
  });

  test("domains add up to the whole: totals and linearised values", () => {
    fc.assert(
      fc.property(aSample, (rows) => {
        const design = buildDesign(designOf(rows, false));
        const y = column(rows, (row) => row.y);
        const whole = linearise(design, totalOf(y));
        const parts = [0, 1, 2].map((group) =>
          linearise(
            design,
            totalOf(
              y,
              Uint8Array.from(rows, (row) => Number(row.group === group)),
            ),
          ),
        );
        const sum = (of: (part: (typeof parts)[number]) => number) =>
          parts.reduce((all, part) => all + of(part), 0);
        expect(
          difference(
            [whole.estimate, ...whole.u],
            [sum((part) => part.estimate), ...rows.map((_, row) => sum(({ u }) => u[row] ?? 0))],
          ),
        ).toBeLessThan(1e-6);
      }),
    );
  });

  test("weights from known populations add up to them", () => {
    fc.assert(
      fc.property(aSample, (rows) => {
        const { weight: _, clusters: __, ...input } = designOf(rows, false);
        const counts = new Map<number, number>();
        for (const { stratum } of rows) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
        const sizeOf = (stratum: number) => (counts.get(stratum) ?? 0) + 3 * stratum;
        const design = buildDesign({
          ...input,
          populations: [column(rows, ({ stratum }) => sizeOf(stratum))],
        });
        const known = [...counts.keys()].reduce((sum, stratum) => sum + sizeOf(stratum), 0);
        const found = estimateStatistic(design, totalOf(column(rows, () => 1)));
        expect(difference([found.estimate, found.standardError], [known, 0])).toBeLessThan(1e-6);
      }),
    );
  });
});

/** All ways to take `size` of the items. */
function choices<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => choices(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}

const meanOfAll = (values: readonly number[]) => values.reduce((sum, own) => sum + own, 0) / values.length;

describe("over all samples that could have been drawn", () => {
  const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 6 });

  test("simple random: the estimated total and its variance are right on average", () => {
    fc.assert(
      fc.property(values, (all) => {
        const found = choices(all, 2).map((drawn) => {
          const design = buildDesign({ populations: [Float64Array.from(drawn, () => all.length)] });
          return estimateStatistic(design, totalOf(Float64Array.from(drawn)));
        });
        const truth = all.reduce((sum, own) => sum + own, 0);
        const errors = found.map(({ estimate }) => (estimate - truth) ** 2);
        expect(
          difference(
            [
              meanOfAll(found.map(({ estimate }) => estimate)),
              meanOfAll(found.map((one) => one.standardError ** 2)),
            ],
            [truth, meanOfAll(errors)],
          ),
        ).toBeLessThan(1e-6);
      }),
    );
  });

  test("two stages: two of three villages, two households in each", () => {
    const villages = fc.tuple(values, values, values);
    fc.assert(
      fc.property(villages, (all) => {
        const found = choices([0, 1, 2], 2).flatMap(([one = 0, other = 0]) =>
          choices(all[one] ?? [], 2).flatMap((here) =>
            choices(all[other] ?? [], 2).map((there) => {
              const clusters = [one, one, other, other];
              const sizes = Float64Array.from(clusters, (village) => all[village]?.length ?? 0);
              const design = buildDesign({
                clusters: [clusters],
                populations: [Float64Array.of(3, 3, 3, 3), sizes],
              });
              const { estimate, standardError } = estimateStatistic(
                design,
                totalOf(Float64Array.of(...here, ...there)),
              );
              // Villages are as likely as each other, but have different numbers of samples.
              const samples = choices(all[one] ?? [], 2).length * choices(all[other] ?? [], 2).length;
              return { estimate, variance: standardError ** 2, chance: 1 / 3 / samples };
            }),
          ),
        );
        const truth = all.flat().reduce((sum, own) => sum + own, 0);
        const expected = (of: (one: (typeof found)[number]) => number) =>
          found.reduce((sum, one) => sum + one.chance * of(one), 0);
        expect(
          difference(
            [expected(({ estimate }) => estimate), expected(({ variance }) => variance)],
            [truth, expected(({ estimate }) => (estimate - truth) ** 2)],
          ),
        ).toBeLessThan(1e-6);
      }),
      { numRuns: 20 },
    );
  });
});
