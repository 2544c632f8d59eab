/** A household over the years: its books side by side, and what was done about it. Masked. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { Role } from "../access/role.contract.ts";
import { ShownChange } from "../audit/event.contract.ts";
import { Coded } from "./code-list.contract.ts";
import { Household } from "./household.contract.ts";
import { RegisterLayout } from "./import.contract.ts";

export const HistoryBook = Household.pick({
  year: true,
  bookStatus: true,
  updatedAt: true,
  persons: true,
  registeredPersons: true,
  identificationStandard: true,
  attribute: true,
  householdType: true,
  exitStatus: true,
  exitYear: true,
  mainCause: true,
  otherCauses: true,
  income: true,
  livingCondition: true,
  guarantee: true,
});
export type HistoryBook = z.infer<typeof HistoryBook>;

/** What was changed of a member. */
const MemberOfChange = z.strictObject({
  name: z.string().nullable().describe("Masked; null: the book has no name of him"),
  relation: Coded.nullable().describe("To the head"),
  age: z.number().int().nullable().describe("Full years at the end of the book's year"),
  fields: z.array(BothLanguages).describe("Without their values"),
  changes: z.array(ShownChange),
});
export type MemberOfChange = z.infer<typeof MemberOfChange>;

export const HistoryEvent = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: z.string(),
  who: z
    .strictObject({
      name: z
        .string()
        .nullable()
        .describe(
          "Masked of a helper; null: somebody of a wider area, or the reader may not change the household",
        ),
      role: Role,
    })
    .nullable()
    .describe(
      "The account of who keeps the book; null: nothing is known of the role, or it was the program itself",
    ),
  year: z.number().int().nullable().describe("Of the book that it was about"),
  fields: z
    .array(BothLanguages)
    .describe("What else was changed, without its values: phones, and of members in old entries"),
  changes: z.array(ShownChange),
  members: z.array(MemberOfChange),
  mended: z.array(z.string()).describe("Ids of rules that failed before the edit and do not any more"),
  failing: z.array(z.string()).describe("Ids of rules that fail since the edit"),
  purpose: z.string().nullable().describe("Why masked data were opened"),
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;

/** An import that wrote the household. */
export const HistoryImport = z.strictObject({
  id: z.uuid(),
  year: z.number().int().nullable().describe("Of the book that it wrote"),
  layout: RegisterLayout.nullable().describe("What the file was recognised as"),
  appliedAt: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable().describe("When it was undone; null: it stands"),
  isNew: z.boolean().describe("The book came with it"),
  changes: z
    .number()
    .int()
    .nullable()
    .describe("Changed values, of the household and its members; null: not kept, or the book came with it"),
});
export type HistoryImport = z.infer<typeof HistoryImport>;

export const HouseholdHistory = z.strictObject({
  books: z.array(HistoryBook).describe("The oldest first"),
  events: z
    .array(HistoryEvent)
    .describe(
      "Newest first; edits for every reader of the household, who looked at masked data only for readers of the record",
    ),
  withheld: z
    .boolean()
    .describe("Names, fields and values are left out: they are for whoever may change the household"),
  imports: z
    .array(HistoryImport)
    .describe(
      "Newest first; only those of the reader's own area that kept what they found, until the days of their undo are over",
    ),
});
export type HouseholdHistory = z.infer<typeof HouseholdHistory>;
