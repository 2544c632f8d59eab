/** `assign check`: the independent checker over a result that somebody published. */
import { z } from "zod";
import { brokenWords } from "../../../engines/assignment/broken-words.ts";
import {
  type StatedResult,
  checkResult,
  modelOf,
  readResult,
} from "../../../engines/assignment/check-result.ts";
import type { Instance, ModelName } from "../../../engines/assignment/instance.ts";
import { readInstance } from "../../../engines/assignment/read-instance.ts";
import { regionSolver } from "../../../engines/assignment/region-solver.ts";
import { type SeedCheck, checkOfSeed } from "../../../engines/assignment/seed-check.ts";
import { readSeed } from "../../../engines/assignment/seed-text.ts";
import { InstanceChoice, instanceOptions, readJsonFile } from "../assign/instance-file.ts";
import { defineCommand } from "../command.ts";

export const assignCheckCommand = defineCommand({
  options: [
    ...instanceOptions,
    ["--result <file>", { zh: "结果文件，assign --json 所写", en: "the result, as assign --json writes it" }],
    ["--seed <hex>", { zh: "公布的种子", en: "the seed as published" }],
  ],
  examples: [
    [
      "jingzhun assign check --instance henan.json --result result.json --json",
      { zh: "逐条核对全部规则", en: "every rule, each broken one with its pair" },
    ],
  ],
  input: InstanceChoice.extend({
    result: z.string("请给出结果文件\nname the file of the result"),
    seed: z.string().optional(),
  }),
  run: async (input) => {
    const instance = readInstance(await readJsonFile(input.instance), input.name);
    const result = readResult(await readJsonFile(input.result));
    const model = input.model ?? modelOf(instance, result);
    const checked = checkResult(instance, result, { model, publicSeed: input.seed });
    const { cost, distance } = checked;
    const seed = input.seed ?? result.seed;
    const again = seed === undefined ? undefined : await seedCheck(instance, result, { model, seed });
    const broken = [...checked.broken, ...(again?.broken ?? [])];
    const told = broken.map((one) => ({ ...one, ...brokenWords(one) }));
    const feasible = broken.length === 0;
    return {
      json: { feasible, cost, distance, broken: told, ...(again && { ofSeed: again.ofSeed }) },
      lines: [
        feasible
          ? `全部规则都遵守 every rule is kept。合计 cost: ${cost}，路程 distance: ${distance} km`
          : `违反 broken rules: ${broken.length}`,
        ...(again ? [seedWords[`${again.ofSeed}`]] : []),
        ...told.flatMap(({ zh, en }) => [`  ${zh}`, `    ${en}`]),
      ],
      exitCode: feasible ? 0 : 1,
    };
  },
});

const seedWords = {
  true: "由种子重新搜索，得到同一方案 the search by the seed gives this very assignment",
  false: "由种子重新搜索，得到的不是这个方案 the search by the seed gives another assignment",
  null: "未能证明这就是种子所定的方案，可能是挑出来的 not shown to be the one of the seed: it may have been picked",
};

const limitSeconds = 120;

/** Model B's search ends with a gap and at a time of its own: what it gives cannot be compared. */
async function seedCheck(
  instance: Instance,
  result: StatedResult,
  { model, seed }: { model: ModelName; seed: string },
): Promise<SeedCheck> {
  if (model === "B") return { ofSeed: null, broken: [] };
  const end = performance.now() + limitSeconds * 1000;
  const solver = regionSolver(() => performance.now() < end);
  return checkOfSeed(instance, result, { seed: readSeed(seed), solver });
}
