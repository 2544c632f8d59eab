/** What still follows when a household meets every criterion, from policies/exit-procedure.yaml. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import type { ExitProcedure } from "./verdict.contract.ts";

const ProcedureFile = z.array(
  z.strictObject({
    steps: z.array(BothLanguages).min(1),
    source: z.strictObject({
      document: z.string(),
      number: z.string(),
      article: z.string(),
      mark: z.string(),
    }),
    valid: z.strictObject({ from: z.iso.date(), to: z.iso.date().nullable() }),
  }),
);

let known: z.infer<typeof ProcedureFile> | undefined;

/**
 * The procedure that holds on the last day of a year; null where no document sets one.
 * Source: 厅字〔2016〕16号 三（一）.
 */
export function exitProcedureOf(year: number): ExitProcedure | null {
  known ??= ProcedureFile.parse(
    parse(readFileSync(join(import.meta.dirname, "../../policies/exit-procedure.yaml"), "utf8")),
  );
  const day = `${year}-12-31`;
  const found = known.find(({ valid }) => valid.from <= day && (valid.to === null || valid.to >= day));
  return found ? { steps: found.steps, source: found.source } : null;
}
