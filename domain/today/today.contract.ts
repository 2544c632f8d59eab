/** What a person has to do today, and how the area stands. */
import { z } from "zod";
import { ImportToDo } from "../registry/import-to-do.contract.ts";
import { AreaFigures, Figure, RuleCount } from "../verdicts/figures/figure.contract.ts";
import { HouseholdRow } from "../verdicts/list/household-list.contract.ts";
import { PeriodCount } from "../verdicts/periods/period.contract.ts";
import { FailedRule } from "../verdicts/policy/policy.contract.ts";

/** May not exit yet; nobody can tell yet; something else was found; no evaluation saw it; nothing was found. */
export const Need = z.enum(["notExit", "toVerify", "finding", "notEvaluated", "nothing"]);
export type Need = z.infer<typeof Need>;

/** A household of one's own, with the problems that it has. */
export const OwnHousehold = HouseholdRow.extend({ need: Need, failed: z.array(FailedRule) });
export type OwnHousehold = z.infer<typeof OwnHousehold>;

/** Households that are known to have no helper; `households` is the whole. */
export const WithoutHelper = z.strictObject({ count: z.number().int(), households: z.number().int() });

export const Today = z.strictObject({
  ...AreaFigures.pick({
    area: true,
    year: true,
    evaluated: true,
    evaluating: true,
    asOf: true,
    snapshot: true,
    counties: true,
    stale: true,
    staleReason: true,
  }).shape,
  hasBook: z.boolean().describe("A book of some year is there"),
  findings: z.array(RuleCount).describe("Failed rules, the gravest first"),
  importsToFix: z.array(ImportToDo).describe("One's own, with rejected rows or columns to be named"),
  importsToApply: z.array(ImportToDo).describe("Looked at by somebody of the area, not yet applied"),
  periods: z.array(PeriodCount).describe("Those that some household has come to the end of"),
  withoutHelper: WithoutHelper.nullable(),
  figures: z.array(Figure),
  beside: z.array(Figure).describe("Counts of the base of the first figure in other units"),
  own: z
    .strictObject({
      households: z.array(OwnHousehold).describe("By need; the first of them where there are very many"),
      total: z.number().int(),
    })
    .nullable()
    .describe("Of a helper: the households assigned to him"),
  can: z.strictObject({
    evaluate: z.boolean(),
    import: z.boolean(),
    update: z.boolean(),
    list: z.boolean(),
  }),
});
export type Today = z.infer<typeof Today>;
