/** Files of instances and results. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { InputError } from "../../../engines/input-error.ts";
import type { Words } from "../command.ts";
import { requireReadable } from "../readable-file.ts";

/** @throws Problem cli.file-missing @throws InputError assign.not-json */
export async function readJsonFile(file: string): Promise<unknown> {
  await requireReadable(file);
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw new InputError("assign.not-json", {
      zh: `文件 ${file} 不是 JSON。格式见 docs/assignment.md。`,
      en: `The file ${file} is not JSON. The format is in docs/assignment.md.`,
    });
  }
}

export const instanceOptions: [flags: string, about: Words][] = [
  [
    "--instance <file>",
    {
      zh: "实例文件（JSON，格式见 docs/assignment.md）",
      en: "file of the instance (JSON, see docs/assignment.md)",
    },
  ],
  ["--name <name>", { zh: "文件里有多个实例时，选哪一个", en: "which one, where the file holds several" }],
  [
    "--model <A|B>",
    {
      zh: "A：地区互派；B：组派到县；省略时看文件",
      en: "A: region to region, B: teams to counties; by the file when absent",
    },
  ],
];

export const InstanceChoice = z.strictObject({
  instance: z.string("请给出实例文件\nname the file of the instance"),
  name: z.string().optional(),
  model: z.enum(["A", "B"], "应为 A 或 B\nshould be A or B").optional(),
});
