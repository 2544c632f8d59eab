/** Columns of an imported file of which nothing is kept: what each is recognised as, and why it is not used. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { RegisterLayout } from "./import.contract.ts";

export const UnusedReason = z
  .enum([
    "leftOut",
    "computed",
    "repeats",
    "fromRegister",
    "otherTemplate",
    "repeated",
    "unit",
    "noField",
    "unknown",
  ])
  .describe(
    "leftOut: a person said so; computed: the system works it out; repeats: the rows of the members or the register say it; fromRegister: this kind of file only updates, places and members are as the register has them; otherTemplate: it belongs to another kind of file; repeated: an earlier column has the same label; unit: in a unit of another kind; noField: the register has no field for it yet; unknown: not recognised",
  );
export type UnusedReason = z.infer<typeof UnusedReason>;

export const UnusedColumn = z.strictObject({
  sheet: z.string(),
  letter: z.string(),
  label: z.string(),
  recognised: BothLanguages.nullable().describe("What the label means; null when it is not known"),
  reason: UnusedReason,
  layouts: z.array(RegisterLayout).describe("Of otherTemplate: the imported kinds of file that have it"),
  template: BothLanguages.nullable().describe(
    "Of otherTemplate: the kind of file, when it is one that is not imported",
  ),
});
export type UnusedColumn = z.infer<typeof UnusedColumn>;

export const UnusedColumnList = z.strictObject({ columns: z.array(UnusedColumn) });
export type UnusedColumnList = z.infer<typeof UnusedColumnList>;
