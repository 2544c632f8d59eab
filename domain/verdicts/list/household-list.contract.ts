/** The list of households of an area: search, filters, pages by key. Names are masked. */
import { z } from "zod";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";
import { InputText } from "../../../platform/input.contract.ts";
import { Coded } from "../../registry/code-list.contract.ts";
import { SearchMatch } from "../../registry/household-search.contract.ts";
import { AreaCode, Year } from "../figures/figure.contract.ts";

export const Outcome = z.enum(["pass", "fail", "unknown", "notApplicable"]);
export type Outcome = z.infer<typeof Outcome>;

/** Of all criteria together; `noStandard`: no exit standard holds in the place and year, so nobody is judged. */
export const ExitOutcome = z.enum([...Outcome.options, "noStandard"]);
export type ExitOutcome = z.infer<typeof ExitOutcome>;

/** Before this month, in this month, or something needed for it is missing. */
export const PeriodState = z.enum(["over", "now", "unknown"]);
export type PeriodState = z.infer<typeof PeriodState>;

/** Of the household numbers, county by county. */
export const ListOrder = z.enum(["ascending", "descending"]);
export type ListOrder = z.infer<typeof ListOrder>;

/**
 * A household at the edge of a page. It is named by its id: a page's address may be shared, and the household number stands on
 * paper lists elsewhere, the id nowhere.
 */
export const HouseholdCursor = z.strictObject({ countyCode: z.string().regex(/^\d{6}$/), id: z.uuid() });
export type HouseholdCursor = z.infer<typeof HouseholdCursor>;

/** Yes, no, or that nobody said: no file had the column. */
export const YesNoUnknown = z.union([z.boolean(), z.literal("unknown")]);
export type YesNoUnknown = z.infer<typeof YesNoUnknown>;

export const HouseholdSearch = z.strictObject({
  year: Year.optional(),
  text: InputText.trim()
    .max(40)
    .optional()
    .describe(
      "Name, its pinyin or initials, household number or its last digits, id number or its last four, mobile number",
    ),
  exitStatus: z.array(InputText.max(4)).max(10).optional(),
  attribute: z.array(InputText.max(4)).max(10).optional(),
  cause: z.array(InputText.max(4)).max(20).optional(),
  helped: YesNoUnknown.optional().describe(
    "With, or without, a helper at the end of the book's year, as the figure counts; `unknown`: not on record",
  ),
  monitored: YesNoUnknown.optional().describe(
    "Monitored, and the risk not eliminated; or not; `unknown`: not on record",
  ),
  poorVillage: z
    .boolean()
    .optional()
    .describe("In a village on the list of poor villages, as the figure counts; or in another one"),
  exited: z
    .boolean()
    .optional()
    .describe("Left poverty in the year of the book, as the figure counts; or not"),
  exitOutcome: ExitOutcome.optional(),
  exitFailed: z
    .enum(["one", "more"])
    .optional()
    .describe("Fails one matter of the exit standards only, or more than one; what several ask alike is one"),
  finding: z.boolean().optional().describe("With, or without, a data-quality finding, own or of a member"),
  rule: z.strictObject({ id: InputText.max(80), outcome: Outcome }).optional(),
  period: z
    .strictObject({ id: InputText.max(80), state: PeriodState })
    .optional()
    .describe("Monitored households that have come to the end of a period"),
  order: ListOrder.optional().describe("Of the household numbers; ascending when absent"),
  after: HouseholdCursor.optional().describe("The page behind this household; the first one when absent"),
  before: HouseholdCursor.optional().describe("The page in front of this household, instead of `after`"),
  limit: z.number().int().min(1).max(100).default(50),
});
export type HouseholdSearch = z.infer<typeof HouseholdSearch>;

export const HouseholdRow = z.strictObject({
  countyCode: z.string(),
  id: z.string(),
  registerNo: z.string(),
  areaCode: AreaCode,
  village: z.string().nullable(),
  maskedHead: z.string().nullable(),
  persons: z.number().int().nullable(),
  exitStatus: Coded.nullable(),
  attribute: Coded.nullable(),
  mainCause: Coded.nullable(),
  netIncome: z.number().int().nullable().describe("fen"),
  exitOutcome: ExitOutcome.nullable().describe("null: not evaluated yet"),
  members: z
    .array(z.string().nullable())
    .describe(
      "Of a rule about members: those of the household that came out as asked for, masked; null: no name",
    ),
  matches: z.array(SearchMatch).describe("Why a search by text found the household; empty without one"),
});
export type HouseholdRow = z.infer<typeof HouseholdRow>;

export const HouseholdPageOf = z.strictObject({
  year: z.number().int(),
  period: BothLanguages.nullable().describe("Title of the period asked for"),
  rows: z.array(HouseholdRow),
  previous: HouseholdCursor.nullable().describe("The page in front of this one lies before it; null: none"),
  next: HouseholdCursor.nullable().describe("The page behind this one lies after it; null: none"),
  total: z.number().int().describe("Number of matches, or the least of it"),
  totalIsLeast: z.boolean().describe("Counting or searching stopped before the end: there may be more"),
});
export type HouseholdPageOf = z.infer<typeof HouseholdPageOf>;
