/** Files on their way into the register: what was recognised, what was rejected, what would change, the receipt. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { InputText } from "../../platform/input.contract.ts";

export const RegisterLayout = z.enum(["roster", "incomeLedger", "monitoringPersons", "monitoringHouseholds"]);
export type RegisterLayout = z.infer<typeof RegisterLayout>;

export const ImportState = z
  .enum([
    "reading",
    "unmapped",
    "ready",
    "unchanged",
    "rejected",
    "applying",
    "applied",
    "undoing",
    "undone",
    "refused",
    "failed",
  ])
  .describe(
    "unmapped: nothing to write before somebody says which columns hold what is needed; unchanged: read, and nothing of it differs from the register; rejected: nothing to write, but some rows were rejected",
  );
export type ImportState = z.infer<typeof ImportState>;

/** What the worker does with a file; the task of an import names it. */
export const ImportStep = z.enum(["read", "compare", "write"]);
export type ImportStep = z.infer<typeof ImportStep>;

export const RejectedRow = z.strictObject({
  sheet: z.string(),
  row: z.number().int().describe("As Excel shows it"),
  registerNo: z
    .string()
    .nullable()
    .describe(
      "Household number of the row; null when it has none, or none that is surely no name, id or phone",
    ),
  village: z
    .string()
    .nullable()
    .default(null)
    .describe("Of the household, where the file's name for it is known"),
  column: z.string(),
  value: z
    .string()
    .nullable()
    .default(null)
    .describe(
      "What stands in the cell, masked unless it is known to be harmless; null for an empty one, or no single one",
    ),
  reason: BothLanguages,
});

export const ImportDifference = z.strictObject({
  new: z.number().int().describe("Households without a book of the year"),
  newRegisterNos: z.array(z.string()).describe("The first of them"),
  gone: z
    .number()
    .int()
    .describe("Households on the books of the file's townships that the file does not name"),
  goneRegisterNos: z.array(z.string()).describe("The first of them"),
  gonePersons: z
    .number()
    .int()
    .describe("Members on the books of the file's households that the file does not name"),
  changed: z.array(
    z.strictObject({
      registerNo: z.string(),
      field: z.string(),
      label: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      hidden: z.boolean().describe("Free text, of which only the change is told: masked before and after"),
    }),
  ),
  changedCount: z.number().int(),
});

/** SHA-256 in hexadecimal over a set of identity changes; tells nothing of the people. */
export const IdentityDigest = z.string().regex(/^[0-9a-f]{64}$/);

export const ImportSheet = z.strictObject({
  name: z.string(),
  headerRow: z.number().int(),
  lastRow: z.number().int().nullable().describe("The last one that has cells; null when it is not known"),
  fingerprint: z.string().describe("SHA-256 of the labels; the same for every file of this layout"),
  mappedAt: z.iso
    .datetime()
    .nullable()
    .describe("When a person said what columns mean; null when nobody did"),
  columns: z.array(
    z.strictObject({
      letter: z.string(),
      label: z.string(),
      field: z.string().nullable(),
      confidence: z.number().describe("1 the same label, 0.9 a known alias, 0 not known"),
      isChosen: z.boolean().describe("A person said what it is, or that it is left out"),
    }),
  ),
});
export type ImportSheet = z.infer<typeof ImportSheet>;

export const UnreadSheet = ImportSheet.extend({
  layout: RegisterLayout,
  missing: z
    .array(z.strictObject({ key: z.string(), title: BothLanguages }))
    .describe("Fields that no column is"),
});
export type UnreadSheet = z.infer<typeof UnreadSheet>;

/** Households and persons are those accepted; created, updated and unchanged count households. */
export const ImportPreview = z.strictObject({
  recognised: RegisterLayout,
  year: z.number().int(),
  households: z.number().int(),
  persons: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  gone: z.number().int(),
  rejected: z.array(RejectedRow).describe("Of an uploaded file: the first of them"),
  rejectedCount: z.number().int().describe("Of all; each can be reached by its reason"),
  outside: z
    .array(RejectedRow)
    .default([])
    .describe("Households outside your area, one line each; of an uploaded file: the first of them"),
  outsideCount: z.number().int().default(0).describe("Households of the file that are not yours to write"),
  remarks: z
    .array(RejectedRow)
    .describe(
      "Values that are left out although their row is written; of an uploaded file: the first of them",
    ),
  remarkCount: z.number().int().describe("Of all; each can be reached by its reason"),
  identityChanges: z
    .array(z.string())
    .describe("The first household numbers whose head and members are all others than on the books"),
  identityChangeCount: z.number().int().describe("Above 0, applying needs a confirmation of identityDigest"),
  identityDigest: IdentityDigest.nullable().describe("Of all identity changes; null when there are none"),
  headless: z
    .array(z.string())
    .default([])
    .describe(
      "The first household numbers that are written without a head, because the head's row was rejected",
    ),
  headlessCount: z.number().int().default(0),
  sheets: z.array(ImportSheet),
  diff: ImportDifference,
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/**
 * Households whose former values can be written again, others that the import writes, and what an undo came to. Before writing:
 * as the preview foresees it.
 */
export const UndoCounts = z.strictObject({
  restorable: z.number().int(),
  others: z.number().int(),
  restored: z.number().int().nullable().default(null),
  left: z.number().int().nullable().default(null),
});
export type UndoCounts = z.infer<typeof UndoCounts>;

export const ImportBatch = z.strictObject({
  county: z.string(),
  id: z.uuid(),
  areaCode: z.string(),
  fileName: z.string(),
  fileHash: z.string().describe("SHA-256 in hexadecimal"),
  layout: RegisterLayout.nullable(),
  year: z.number().int().nullable(),
  state: ImportState,
  createdAt: z.iso.datetime(),
  uploadedBy: z.string().nullable().describe("The person; null when outside your area"),
  appliedAt: z.iso.datetime().nullable(),
  appliedBy: z.string().nullable().describe("Who confirmed; null when outside your area or not known"),
  undo: UndoCounts.nullable().describe(
    "Before it is written what undoing could restore; null when nothing was kept to undo it with. In a list: null",
  ),
  undoUntil: z.iso.datetime().nullable().describe("Until when it can be undone; null when nothing was kept"),
  undoDropped: z.boolean().describe("What was kept to undo it with is gone"),
  undoneAt: z.iso.datetime().nullable(),
  undoneBy: z.string().nullable().describe("Who asked for it; null when outside your area"),
  closed: z
    .strictObject({ at: z.iso.datetime(), reason: z.string() })
    .nullable()
    .describe("The uploader need not be reminded of what it rejected, and why"),
  problem: z.strictObject({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  preview: ImportPreview.nullable().describe("In a list: null"),
  unread: z
    .array(UnreadSheet)
    .describe(
      "Sheets that lack columns they need: read once somebody says which columns these are. In a list: empty",
    ),
  can: z.strictObject({
    apply: z.boolean(),
    map: z.boolean().describe("Its columns can be mapped otherwise"),
    correct: z.boolean().describe("Its cells can be put right"),
    undo: z.boolean().describe("Values that it changed can be written again as they were"),
    restart: z.boolean().describe("It broke off or had only rejects, and can be read again"),
    close: z
      .boolean()
      .describe("One's own, with rejects or unknown columns: not to be reminded of it any more"),
  }),
});
export type ImportBatch = z.infer<typeof ImportBatch>;

export const ImportList = z.strictObject({ imports: z.array(ImportBatch) });
export type ImportList = z.infer<typeof ImportList>;

export const ImportKey = z.strictObject({ county: z.string().regex(/^\d{6}$/), id: z.uuid() });
export type ImportKey = z.infer<typeof ImportKey>;

export const ImportClosing = z.strictObject({
  reason: InputText.trim().min(1).max(200).describe("Why nothing is to be mended; no personal data"),
});
export type ImportClosing = z.infer<typeof ImportClosing>;

export const ImportConfirmation = z.strictObject({
  identityDigest: IdentityDigest.optional().describe(
    "As the preview shows it: write also these households whose head and members are all others than on the books",
  ),
});

export const ImportToApply = ImportKey.extend(ImportConfirmation.shape);
export type ImportToApply = z.infer<typeof ImportToApply>;
