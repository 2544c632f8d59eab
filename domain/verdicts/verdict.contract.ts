/** Verdicts of one household and their explanation. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { HistoryEvent } from "../registry/household-history.contract.ts";
import { Household } from "../registry/household.contract.ts";
import { StandardName } from "./figures/figure.contract.ts";
import { ExitOutcome, Outcome } from "./list/household-list.contract.ts";

export const BookKey = z.strictObject({
  county: z.string().regex(/^\d{6}$/),
  id: z.uuid(),
  year: z.coerce.number().int().min(2010).max(2100),
});

export const ShownFact = z.strictObject({
  term: BothLanguages,
  code: z.string(),
  value: z.unknown(),
  shown: BothLanguages,
  change: z
    .enum(["entered", "computed", "fixed"])
    .describe("Entered by somebody, computed from that, or nothing that an entry changes"),
});

/** One rule's verdict on one household or member: what came out, from which facts, and what would be needed. */
export const RuleVerdict = z.strictObject({
  ruleId: z.string(),
  version: z.string(),
  unit: z.enum(["household", "member"]),
  memberId: z.string().nullable(),
  maskedMember: z.string().nullable(),
  kind: z.string(),
  severity: z.string(),
  standard: StandardName.nullable(),
  repeats: z.array(z.string()).describe("Rules of other standards that this one asks again"),
  title: BothLanguages,
  failing: BothLanguages.describe("What a fail is called in a list"),
  outcome: Outcome,
  sentence: BothLanguages.describe("One sentence for the household, with the article"),
  applies: BothLanguages.nullable().describe("Whom the rule concerns, in plain words"),
  parts: z
    .array(
      z.strictObject({
        required: BothLanguages,
        outcome: Outcome,
        said: BothLanguages.nullable(),
        gap: BothLanguages.nullable(),
      }),
    )
    .describe(
      "The conditions in plain words; `said` of those that failed, with this household's values, `gap` by how much a number is missed or met",
    ),
  missing: z.array(BothLanguages).describe("Terms that nobody entered"),
  contradictions: z.array(BothLanguages).describe("What is on record and cannot both be true"),
  facts: z.array(ShownFact),
  ruleText: z.string(),
  substituted: z.string().describe("The rule with this household's values in place"),
  source: z.strictObject({
    document: z.string(),
    number: z.string().nullable(),
    article: z.string(),
    mark: z.string().nullable(),
  }),
});
export type RuleVerdict = z.infer<typeof RuleVerdict>;

export const HouseholdVerdicts = z.strictObject({
  county: z.string(),
  householdId: z.string(),
  registerNo: z.string(),
  year: z.number().int(),
  policyVersion: z.string(),
  exit: z.strictObject({
    outcome: ExitOutcome,
    sentence: BothLanguages,
    standards: z.array(z.strictObject({ id: z.string(), title: BothLanguages })),
  }),
  verdicts: z.array(RuleVerdict),
});
export type HouseholdVerdicts = z.infer<typeof HouseholdVerdicts>;

/** When a book was edited, by whom, and which fields. */
const BookChange = HistoryEvent.pick({ at: true, who: true, fields: true, changes: true, members: true });

/** A rule that failed in the book until somebody edited it, and is met now or concerns nobody any more. */
export const MendedIssue = RuleVerdict.pick({
  ruleId: true,
  kind: true,
  severity: true,
  failing: true,
  repeats: true,
}).extend(BookChange.shape);
export type MendedIssue = z.infer<typeof MendedIssue>;

/** The steps in their order, and the document that sets them. */
export const ExitProcedure = z.strictObject({
  steps: z.array(BothLanguages),
  source: RuleVerdict.shape.source,
});
export type ExitProcedure = z.infer<typeof ExitProcedure>;

export const VerdictsAndMended = HouseholdVerdicts.extend({
  mended: z
    .array(MendedIssue)
    .describe("By edits of this book, the newest first; what an import mended is not known"),
  procedure: ExitProcedure.nullable().describe(
    "What still follows where every criterion is met; null elsewhere, and where no document sets it",
  ),
  lastChange: BookChange.nullable().describe("The last edit of this book, whatever it mended; null: none"),
});
export type VerdictsAndMended = z.infer<typeof VerdictsAndMended>;

/** What an edit would come to: the verdicts, and what the book computes of it. */
export const EditPreview = HouseholdVerdicts.extend({
  book: Household.pick({ persons: true, registeredPersons: true, membersComplete: true, income: true }),
});
export type EditPreview = z.infer<typeof EditPreview>;
