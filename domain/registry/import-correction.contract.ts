/** Cells of a file put right by hand: the file stays as it is, what was typed is kept beside it. */
import { z } from "zod";
import { InputText, mostInt4 } from "../../platform/input.contract.ts";
import { ImportKey } from "./import.contract.ts";

const Place = {
  sheet: InputText.max(200),
  row: z.number().int().min(1).max(mostInt4).describe("As Excel shows it"),
  letter: z.string().regex(/^[A-Z]{1,3}$/),
};

export const CorrectedCell = z.strictObject({
  ...Place,
  value: InputText.max(500).describe("What should stand in the cell; empty for an empty cell"),
});

export const CellToCorrect = ImportKey.extend(CorrectedCell.shape);
export type CellToCorrect = z.infer<typeof CellToCorrect>;

/** Travels in the query: a row number is an integer there, too. */
export const CorrectionPlace = z.strictObject({
  ...Place,
  row: z.coerce.number().int().min(1).max(mostInt4),
});

export const CorrectionToWithdraw = ImportKey.extend(CorrectionPlace.shape);
export type CorrectionToWithdraw = z.infer<typeof CorrectionToWithdraw>;

export const ImportCorrection = z.strictObject({
  ...Place,
  isChecked: z.boolean().describe("The preview was made with it"),
  isWritten: z
    .boolean()
    .nullable()
    .describe("Once the import is written: it took effect; null before, or when that was not kept"),
  from: z
    .string()
    .nullable()
    .describe("What stands in the file, masked; null for an empty cell or when not kept"),
  to: z.string().nullable().describe("What counts instead, masked; null for an empty cell or when not kept"),
  isWhole: z.boolean().describe("`to` is all that was typed, because nothing in it is personal"),
  correctedBy: z.string().nullable().describe("The person; null when outside your area"),
  correctedAt: z.iso.datetime(),
});

export type ImportCorrection = z.infer<typeof ImportCorrection>;

export const ImportCorrectionList = z.strictObject({
  corrections: z.array(ImportCorrection),
  unchecked: z
    .number()
    .int()
    .describe("Corrected since the preview; above 0 the file is to be checked again"),
});
export type ImportCorrectionList = z.infer<typeof ImportCorrectionList>;
