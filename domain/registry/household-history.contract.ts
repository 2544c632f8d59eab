/** A household over the years: its books side by side, and what was done about it. Masked. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { Role } from "../access/role.contract.ts";
import { ShownChange } from "../audit/event.contract.ts";
import { Household } from "./household.contract.ts";

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

export const HistoryEvent = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: z.string(),
  who: z
    .strictObject({ name: z.string().describe("Masked of a helper"), role: Role })
    .nullable()
    .describe(
      "The account of who keeps the book; null: somebody with no role in the reader's area, or the program itself",
    ),
  year: z.number().int().nullable().describe("Of the book that it was about"),
  fields: z
    .array(BothLanguages)
    .describe("What else was changed, without its values: of persons, phones, and in old entries"),
  changes: z.array(ShownChange),
  purpose: z.string().nullable().describe("Why masked data were opened"),
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;

export const HouseholdHistory = z.strictObject({
  books: z.array(HistoryBook).describe("The oldest first"),
  events: z.array(HistoryEvent).nullable().describe("Newest first; null: the reader may not see them"),
});
export type HouseholdHistory = z.infer<typeof HouseholdHistory>;
