/** `target import`: planned numbers of places by file, all or nothing. */
import { z } from "zod";
import { importTargets } from "../../../domain/targets/target.service.ts";
import { defineCommand } from "../command.ts";
import { requireReadable } from "../readable-file.ts";
import { withSession } from "../session.ts";

export const targetImportCommand = defineCommand({
  argument: {
    name: "<file>",
    about: {
      zh: "CSV，列 area,year,kind,planned,split,document,document_date,quote",
      en: "CSV with the columns area,year,kind,planned,split,document,document_date,quote",
    },
  },
  examples: [
    ["jingzhun target import 任务书.csv", { zh: "录入任务书的计划数", en: "the numbers of a plan" }],
  ],
  input: z.strictObject({ file: z.string() }),
  run: async ({ file }, context) => {
    await requireReadable(file);
    return withSession(context, (session) =>
      session.work(async (work) => {
        const targets = await importTargets(work, file);
        return { json: { targets }, lines: [`任务 targets: ${targets}`] };
      }),
    );
  },
});
