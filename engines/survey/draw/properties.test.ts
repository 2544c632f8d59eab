import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceOf } from "./chance.ts";
import { type DrawInput, draw, drawByMethod, drawStrata } from "./draw.ts";
import { type Frame, type FrameUnit, readFrame } from "./frame.ts";
import { listRoot } from "./list-lines.ts";
import { type Method, methods, readPlan } from "./plan.ts";
import { weightOf } from "./probability.ts";
import { countySeed } from "./seed.ts";

const share = new Uint8Array(32).fill(0x42);
const inputOf = (frame: string): DrawInput => ({
  frame,
  plan: '{"county":"411722","method":"srs","strata":{"N":2,"P":2},"version":1}',
  beacons: ["ssq:2026130:03,07,11,19,25,31+08"],
  shares: [share],
});

/** Frames with at least eight units in each of the strata N and P, no unit certain to be drawn when two are. */
const frames = fc
  .uniqueArray(fc.integer({ min: 100, max: 999 }), { minLength: 16, maxLength: 60 })
  .map((ids) =>
    ids.sort((a, b) => a - b).map((id, at) => `v${id}\t${at % 2 ? "N" : "P"}\t${100 + (id % 97)}`),
  );

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

test("one changed byte of the frame changes root and seed, or the frame is refused", () => {
  const change = fc.tuple(frames, fc.nat(), fc.constantFrom(..."0123456789NPQ.v\t\n\r"));
  let changed = 0;
  fc.assert(
    fc.property(change, ([lines, place, character]) => {
      const before = textOf(lines);
      const at = place % (before.length - 1);
      fc.pre(before[at] !== character);
      const after = before.slice(0, at) + character + before.slice(at + 1);
      const first = draw(inputOf(before));
      try {
        const second = draw(inputOf(after));
        changed += 1;
        expect(second.frameRoot).not.toEqual(first.frameRoot);
        expect(second.seed).not.toEqual(first.seed);
      } catch (error) {
        expect(error).toMatchObject({ name: "InputError", code: expect.stringMatching(/^draw\./) });
      }
    }),
    { numRuns: 300 },
  );
  expect(changed).toBeGreaterThan(50);
});

test("one changed byte of the plan, the public randomness or a share changes the seed", () => {
  const input = inputOf(textOf(["a\tN\t1", "b\tN\t1", "c\tP\t1", "d\tP\t1"]));
  const seeds = [
    input,
    { ...input, plan: `${input.plan}\n` },
    { ...input, beacons: ["ssq:2026130:03,07,11,19,25,31+09"] },
    { ...input, shares: [share, new Uint8Array(32).fill(1)] },
  ].map((one) => bytesToHex(draw(one).seed));
  expect(new Set(seeds).size).toBe(4);
});

test.each(methods)(
  "%s: a unit added to one stratum leaves the other's sample as it was, for the same seed",
  (method) => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 100 }), (lines, size) => {
        const chance = chanceOf(countySeed(share, String(lines.length)));
        const plan = readPlan(`{"county":"1","method":"${method}","strata":{"N":3,"P":3},"version":1}`);
        const before = readFrame(textOf(lines));
        const after = readFrame(textOf([...lines, `w1\tN\t${size}`]));
        const ofP = (frame: Frame) =>
          drawStrata(chance, frame, plan).selected.filter(({ unit }) => unit.stratum === "P");
        expect(ofP(after)).toEqual(ofP(before));
      }),
      { numRuns: 60 },
    );
  },
);

test("ordered hashing: a unit added to a stratum takes at most one place, all others keep their order", () => {
  const units = readFrame(textOf(Array.from({ length: 40 }, (_, at) => `u${100 + at}\tN\t1`))).units;
  for (let run = 0; run < 50; run++) {
    const chance = chanceOf(utf8ToBytes(`run ${run}`));
    const idsOf = (listed: FrameUnit[]) =>
      drawByMethod("srs", chance, "v1/N", listed, 10).selected.map(({ unit }) => unit.id);
    const after = idsOf([...units, { id: "u999", stratum: "N", size: 1 }]);
    const without = after.filter((id) => id !== "u999");
    expect(without).toEqual(idsOf(units).slice(0, without.length));
  }
});

const seedCount = 4_000;
/** 13 units, one of them certain; n = 5. */
const sizes = [390, 1040, 874, 786, 557, 156, 454, 381, 707, 661, 977, 561, 9000];
const units = sizes.map((size, at) => ({ id: `v${100 + at}`, stratum: "N", size }));

test.each<Method>(["systematic-pps", "systematic-pps/hash", "srs"])(
  "%s: over 4,000 seeds each unit comes as often as its probability says, and weights give the known totals",
  (method) => {
    const times = new Map<string, number>();
    const claimed = new Map<string, number>();
    const totals = { units: 0, unitsSquared: 0, size: 0, sizeSquared: 0 };
    for (let run = 0; run < seedCount; run++) {
      const { selected } = drawByMethod(method, chanceOf(utf8ToBytes(`seed ${run}`)), "v1/N", units, 5);
      expect(selected).toHaveLength(5);
      let [count, size] = [0, 0];
      for (const { unit, probability } of selected) {
        times.set(unit.id, (times.get(unit.id) ?? 0) + 1);
        claimed.set(unit.id, 1 / weightOf(probability!));
        count += weightOf(probability!);
        size += weightOf(probability!) * unit.size;
      }
      totals.units += count;
      totals.unitsSquared += count ** 2;
      totals.size += size;
      totals.sizeSquared += size ** 2;
    }
    // 13 units × 3 methods: a |z| above 4 has a chance of 1 in 400 to appear anywhere when all is right.
    for (const { id } of units) {
      const p = claimed.get(id)!;
      const spread = Math.sqrt((p * (1 - p)) / seedCount);
      const share = times.get(id)! / seedCount;
      expect(p === 1 ? share - 1 : Math.abs(share - p) / spread).toBeLessThan(p === 1 ? 1e-12 : 4);
    }
    expect([...claimed.values()].reduce((sum, p) => sum + p, 0)).toBeCloseTo(5, 10);
    expect(zOf(totals.units, totals.unitsSquared, units.length)).toBeLessThan(4);
    expect(
      zOf(
        totals.size,
        totals.sizeSquared,
        sizes.reduce((sum, size) => sum + size, 0),
      ),
    ).toBeLessThan(4);
  },
);

/** How many standard errors the mean of the runs is from the truth; 0 where every run gave the truth. */
function zOf(sum: number, squares: number, truth: number): number {
  const mean = sum / seedCount;
  const variance = Math.max(0, squares / seedCount - mean ** 2) / seedCount;
  return Math.abs(mean - truth) < 1e-9 * truth ? 0 : Math.abs(mean - truth) / Math.sqrt(variance);
}

test.each<Method>(["sequential-poisson", "pareto"])(
  "%s: over 4,000 seeds no unit is further than 0.03 from n·size/M, which it only nears",
  (method) => {
    const small = units.slice(0, -1);
    const total = small.reduce((sum, unit) => sum + unit.size, 0);
    const times = new Map<string, number>();
    for (let run = 0; run < seedCount; run++) {
      const { selected } = drawByMethod(method, chanceOf(utf8ToBytes(`seed ${run}`)), "v1/N", small, 5);
      expect(selected.every(({ probability }) => probability === null)).toBe(true);
      for (const { unit } of selected) times.set(unit.id, (times.get(unit.id) ?? 0) + 1);
    }
    for (const { id, size } of small) {
      expect(Math.abs((times.get(id) ?? 0) / seedCount - (5 * size) / total)).toBeLessThan(0.03);
    }
  },
);

test("whole numbers stay below their bound and come evenly", () => {
  const chance = chanceOf(share);
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < 7_000; at++) counts[Number(chance.uniformInteger(`label ${at}`, 7n))]! += 1;
  // Chi-square with 6 degrees of freedom: 22.5 is passed once in a thousand.
  expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(22.5);
});

test("the root is that of the lines alone", () => {
  expect(listRoot(readFrame("a\tN\t1\nb\tN\t1").lines)).toEqual(listRoot(["a\tN\t1", "b\tN\t1"]));
});
