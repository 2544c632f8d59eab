/** What an import changes, by pages: households that are new, gone or changed, field by field. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { InputText, mostInt4 } from "../../platform/input.contract.ts";

export const DifferenceKind = z.enum(["new", "gone", "changed"]);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

export const DifferenceQuery = z.strictObject({
  kind: DifferenceKind.optional(),
  field: InputText.max(80).optional().describe("Key of a field: only what changes in it"),
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(mostInt4)
    .default(0)
    .describe("Position of the last one of the page before"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DifferenceQuery = z.infer<typeof DifferenceQuery>;

export const DifferenceLine = z.strictObject({
  position: z.number().int(),
  kind: DifferenceKind,
  registerNo: z.string(),
  maskedHead: z.string().nullable().describe("As the list of households shows it; null when it is not known"),
  village: z.string().nullable().describe("Of a new household as the file has it, else as on the books"),
  field: z.string().nullable(),
  label: BothLanguages.nullable(),
  from: BothLanguages.nullable(),
  to: BothLanguages.nullable(),
  hidden: z.boolean().describe("Free text, of which only the change is told: masked before and after"),
});

export const DifferencePage = z.strictObject({
  differences: z.array(DifferenceLine),
  next: z.number().int().nullable().describe("`after` of the next page; null at the end"),
  listed: z
    .number()
    .int()
    .describe("How many are kept to be looked at; fewer than all counts together when there are very many"),
  counts: z.array(
    z.strictObject({
      kind: DifferenceKind,
      field: z.string().nullable(),
      label: BothLanguages.nullable(),
      count: z.number().int(),
    }),
  ),
});
export type DifferencePage = z.infer<typeof DifferencePage>;
