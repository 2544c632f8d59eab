/** `assign`: who assesses whom; exact for regions, by HiGHS within a time limit for counties. */
import { z } from "zod";
import { explainAssigned } from "../../../engines/assignment/assign-words.ts";
import { explainConflict, ruleWords } from "../../../engines/assignment/conflict-words.ts";
import type { Instance, ModelName } from "../../../engines/assignment/instance.ts";
import { readInstance } from "../../../engines/assignment/read-instance.ts";
import { regionSolver } from "../../../engines/assignment/region-solver.ts";
import { readSeed } from "../../../engines/assignment/seed-text.ts";
import { type AssignResult, assign } from "../../../engines/assignment/solve.ts";
import { assignProblems } from "../assign/assign.problems.ts";
import { countySolver } from "../assign/county-solver.ts";
import { InstanceChoice, instanceOptions, readJsonFile } from "../assign/instance-file.ts";
import { openLinearSolver } from "../assign/linear-solver.ts";
import { saySolving } from "../assign/still-solving.ts";
import { wholeNumber } from "../command-input.ts";
import { defineCommand } from "../command.ts";
import type { Outcome } from "../output.ts";

export const assignCommand = defineCommand({
  options: [
    ...instanceOptions,
    [
      "--seed <hex>",
      { zh: "公开种子：分值由它算出", en: "public seed that decides the costs; kilometres when absent" },
    ],
    [
      "--limit-seconds <seconds>",
      { zh: "时限（秒），默认120", en: "time limit in seconds, 120 when absent" },
    ],
  ],
  examples: [
    [
      "jingzhun assign --instance henan.json --json",
      { zh: "总路程最短的方案", en: "the assignment of least total distance" },
    ],
    [
      "jingzhun assign --instance henan.json --model B --limit-seconds 30",
      {
        zh: "各组派到县，30秒内最好的方案和差距",
        en: "teams to counties: the best within 30 seconds, and its gap",
      },
    ],
  ],
  input: InstanceChoice.extend({
    seed: z.string().optional(),
    limitSeconds: wholeNumber(1, 86_400).default(120),
  }),
  run: async (input, context) => {
    const instance = readInstance(await readJsonFile(input.instance), input.name);
    const model = input.model ?? instance.defaultModel;
    if (!input.model && instance.countyPart && model === "A") context.progress.step(bothModels);
    const seed = input.seed === undefined ? undefined : readSeed(input.seed);
    const endWords = model === "B" ? saySolving(context.progress, input.limitSeconds) : undefined;
    const result = await solve(instance, model, seed, input.limitSeconds).finally(endWords);
    return outcomeOf(result, { model, seed: input.seed?.toLowerCase(), seconds: input.limitSeconds });
  },
});

const bothModels =
  "实例有两种模型，这里按地区互派（A）；派到县请加 --model B。\n" +
  "The instance holds both models; this is region to region (A). For teams to counties add --model B.";

async function solve(
  instance: Instance,
  model: ModelName,
  seed: Uint8Array | undefined,
  seconds: number,
): Promise<AssignResult> {
  const end = performance.now() + seconds * 1000;
  const secondsLeft = () => (end - performance.now()) / 1000;
  if (model === "A") return assign(instance, { model, seed, solver: regionSolver(() => secondsLeft() > 0) });
  const linear = openLinearSolver();
  try {
    return await assign(instance, { model, seed, solver: countySolver(linear, secondsLeft) });
  } finally {
    await linear.close();
  }
}

interface Asked {
  model: ModelName;
  seed: string | undefined;
  seconds: number;
}

function outcomeOf(result: AssignResult, { model, seed, seconds }: Asked): Outcome {
  if (result.kind === "stopped") throw assignProblems["assign.no-answer"]({ seconds });
  if (result.kind === "conflict") {
    const { zh, en } = explainConflict(result, model);
    const rules = result.rules.map((rule) => ({ ...rule, ...ruleWords(rule) }));
    const detail = { rules, isMinimal: result.isMinimal };
    return { json: { error: { code: "assign.conflict", zh, en, detail } }, lines: [zh, en], exitCode: 1 };
  }
  const { assignment, cost, optimal, gap, distance, distanceCap } = result;
  const { zh, en } = explainAssigned(result, seed);
  return {
    json: {
      assignment,
      cost,
      optimal,
      gap,
      ...(seed === undefined ? {} : { seed, distanceCap, distance }),
    },
    lines: [
      ...Object.entries(assignment).map(([team, targets]) => `  ${team} → ${targets.join("、")}`),
      `合计 cost: ${cost}，最优 optimal: ${optimal}，差距 gap: ${(gap * 100).toFixed(2)} %`,
      zh,
      en,
    ],
  };
}
