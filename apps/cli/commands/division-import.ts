/** `division import`: a table of places, as the owner of the database. */
import { z } from "zod";
import { importDivisions } from "../../../domain/registry/division-import.service.ts";
import { dayInChina, machineClock } from "../../../platform/clock.ts";
import { openDatabase, wholeCountry } from "../../../platform/db/database.ts";
import { defineCommand } from "../command.ts";
import { prepareDatabase } from "../prepare-database.ts";
import { requireReadable } from "../readable-file.ts";
import { withOwner } from "../session.ts";

export const divisionImportCommand = defineCommand({
  argument: {
    name: "<file>",
    about: { zh: "列 code,name,level,parent", en: "columns code,name,level,parent" },
  },
  options: [
    [
      "--valid-from <date>",
      { zh: "从哪天起有效，省略为今天", en: "the day from which it holds; today when absent" },
    ],
    ["--source <text>", { zh: "来源", en: "who published it" }],
  ],
  examples: [
    [
      "jingzhun division import 区划.csv --valid-from 2025-01-01 --source 省民政厅",
      { zh: "新增和更名的地方", en: "places that are new or renamed" },
    ],
  ],
  input: z.strictObject({
    file: z.string(),
    validFrom: z.iso.date("日期应写作 2025-01-01\na date is written 2025-01-01").optional(),
    source: z.string().default(""),
  }),
  run: async ({ file, validFrom, source }, context) => {
    await requireReadable(file);
    return withOwner(context, async (ownerUrl) => {
      await prepareDatabase(ownerUrl, context.progress.step);
      const table = {
        csvPath: file,
        validFrom: validFrom ?? dayInChina(machineClock.now()),
        source: source || file,
      };
      const owner = openDatabase(ownerUrl, 1);
      try {
        const change = await owner.transaction(wholeCountry, { readOnly: false }, (tx) =>
          importDivisions(tx, table),
        );
        const { added, renamed, corrected } = change;
        return {
          json: change,
          lines: [`新增 added: ${added}，更名 renamed: ${renamed}，更正 corrected: ${corrected}`],
        };
      } finally {
        await owner.close();
      }
    });
  },
});
