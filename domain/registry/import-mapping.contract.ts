/** What the columns of a file mean, as a person says it: for this file and the next ones of the same layout. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { InputText } from "../../platform/input.contract.ts";
import { ImportKey, RegisterLayout } from "./import.contract.ts";

export const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

export const ImportMapping = z.strictObject({
  fingerprint: Fingerprint.describe("Of a sheet of the preview"),
  columns: z
    .record(InputText.max(200), InputText.max(80).nullable())
    .describe("Label of the column → key of the field, or null to leave it out; other columns as recognised"),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

export const MappingToSave = ImportKey.extend(ImportMapping.shape);
export type MappingToSave = z.infer<typeof MappingToSave>;

export const MappingKey = ImportKey.extend({ fingerprint: Fingerprint });
export type MappingKey = z.infer<typeof MappingKey>;

export const ImportField = z.strictObject({
  key: z.string(),
  title: BothLanguages,
  unit: z.string().nullable(),
  layouts: z.array(RegisterLayout).describe("Kinds of file that may have it"),
});
export type ImportField = z.infer<typeof ImportField>;

export const ImportFieldList = z.strictObject({ fields: z.array(ImportField) });
export type ImportFieldList = z.infer<typeof ImportFieldList>;
