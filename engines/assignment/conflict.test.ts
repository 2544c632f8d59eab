/** When nothing can be assigned, a few rules are named that exclude each other, and none of them could be left out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findConflict } from "./conflict.ts";
import { explainConflict } from "./conflict-words.ts";
import { randomInstance } from "./random-instance.ts";
import { readInstance } from "./read-instance.ts";
import { regionSolver } from "./region-solver.ts";
import type { Rule } from "./rule.ts";
import { assign } from "./solve.ts";
import { taskOf } from "./task.ts";

const conflictOf = async (json: object) => {
  const result = await assign(readInstance(json), { model: "A", seed: undefined, solver: regionSolver() });
  if (result.kind !== "conflict") throw new Error(`expected a conflict, got ${result.kind}`);
  return result;
};

const triangle = { regions: ["甲", "乙", "丙"].map((id, at) => ({ id, xy: [at * 100, 0] })) };

describe("the conflict", () => {
  test("of two regions is that they would assess each other or themselves", async () => {
    const { rules, isMinimal } = await conflictOf({ regions: triangle.regions.slice(0, 2) });
    expect(isMinimal).toBe(true);
    expect(rules).toEqual([
      { kind: "self", region: "甲" },
      { kind: "reciprocity", one: "甲", other: "乙" },
    ]);
  });

  test("leaves out what has nothing to do with it, and is told in one sentence", async () => {
    const result = await conflictOf({
      ...triangle,
      pairedHelp: [["乙", "甲"]],
      lastYear: [["甲", "乙"]],
      conflicts: [{ from: "甲", target: "丙", reason: "组长籍贯" }],
    });
    expect(result.rules).toEqual([
      { kind: "self", region: "甲" },
      { kind: "lastYear", from: "甲", to: "乙" },
      { kind: "conflict", from: "甲", target: "丙", reason: "组长籍贯" },
    ]);
    expect(explainConflict(result, "A")).toEqual({
      zh: "无法分配：要做到每个地区恰好评一个、恰好被评一次，下面3条规则不能同时遵守（这几条之间互相冲突，不能同时满足；改了还可能有别的冲突）：甲的组不评甲；甲去年评过乙；甲申报回避丙（组长籍贯）。没有放宽任何规则，请由有权的人决定改哪一条。",
      en: "Nothing can be assigned: where each region assesses one and is assessed once, these 3 rules exclude each other (they conflict with one another; when one is changed there may be other conflicts still): a team of 甲 does not assess it; 甲 assessed 乙 last year; 甲 declared a tie to 丙 (组长籍贯). No rule was relaxed; let whoever may decide change one of them.",
    });
  });

  test("names the cap on distance where that is too small", async () => {
    const instance = readInstance({ ...triangle, distanceCap: 150 });
    const seed = new Uint8Array(32);
    const result = await assign(instance, { model: "A", seed, solver: regionSolver() });
    expect(result.kind === "conflict" && result.rules).toContainEqual({
      kind: "distanceCap",
      kilometres: 150,
    });
  });

  test("is minimal: without any one of its rules something can be assigned", async () => {
    const solver = regionSolver();
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 9 }), fc.nat(), async (n, number) => {
        const instance = randomInstance(n, number);
        const result = await assign(instance, { model: "A", seed: undefined, solver });
        if (result.kind !== "conflict") return;
        conflicts += 1;
        const task = taskOf(instance, "A");
        expect(await solver.canKeep(task, result.rules)).toBe(false);
        for (const rule of result.rules) {
          const others = result.rules.filter((one) => one !== rule);
          expect(await solver.canKeep(task, others)).toBe(true);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(conflicts).toBeGreaterThan(20);
  });

  test("that time did not allow to narrow down still excludes every assignment, and says so", async () => {
    const rules: Rule[] = ["甲", "乙", "丙"].map((region) => ({ kind: "self", region }));
    const unknown = await findConflict(rules, () => Promise.resolve(undefined));
    expect(unknown).toEqual({ rules, isMinimal: false });
    expect(explainConflict(unknown, "B").zh).toContain("未能确认是否还可以更少");
  });
});
