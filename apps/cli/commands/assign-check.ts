/** `assign check`: the independent checker over a result that somebody published. */
import { z } from "zod";
import { brokenWords } from "../../../engines/assignment/broken-words.ts";
import { checkResult, modelOf, readResult } from "../../../engines/assignment/check-result.ts";
import { readInstance } from "../../../engines/assignment/read-instance.ts";
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
    const { broken, cost, distance } = checkResult(instance, result, { model, publicSeed: input.seed });
    const told = broken.map((one) => ({ ...one, ...brokenWords(one) }));
    const feasible = broken.length === 0;
    return {
      json: { feasible, cost, distance, broken: told },
      lines: [
        feasible
          ? `全部规则都遵守 every rule is kept。合计 cost: ${cost}，路程 distance: ${distance} km`
          : `违反 broken rules: ${broken.length}`,
        ...told.flatMap(({ zh, en }) => [`  ${zh}`, `    ${en}`]),
      ],
      exitCode: feasible ? 0 : 1,
    };
  },
});
