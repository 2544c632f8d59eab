/** Trying a changed line or rule over an area: who would change side. Nothing is written but the record of the trial. */
import { z } from "zod";
import { InputText } from "../../../platform/input.contract.ts";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";
import { AreaCode, Year } from "../figures/figure.contract.ts";
import { Outcome } from "../list/household-list.contract.ts";
import { LineKind } from "../policy/policy.contract.ts";

const Place = z.strictObject({ code: AreaCode, name: z.string() });

export const longestCondition = 4000;

/** Either a line of the year, as if the area had one of its own, or the condition of the rule. */
export const PolicyChange = z.union([
  z.strictObject({
    line: z.strictObject({
      kind: LineKind,
      amount: z.number().int().min(0).max(100_000_000).describe("fen a person and year"),
    }),
  }),
  z.strictObject({ when: InputText.trim().min(1).max(longestCondition) }),
]);
export type PolicyChange = z.infer<typeof PolicyChange>;

export const RuleKey = z.strictObject({ id: InputText.max(80) });

export const WhatIfQuestion = z.strictObject({ area: AreaCode, year: Year, change: PolicyChange });
export type WhatIfQuestion = z.infer<typeof WhatIfQuestion>;

const Size = z.strictObject({
  households: z.number().int(),
  persons: z.number().int().describe("Of a household rule the members of the households"),
});

/** One cell of the matrix: what it is now, what it would be. */
export const WhatIfCell = Size.extend({ from: Outcome, to: Outcome });
export type WhatIfCell = z.infer<typeof WhatIfCell>;

export const WhatIfSum = z.strictObject({ all: Size, changed: Size, cells: z.array(WhatIfCell) });
export type WhatIfSum = z.infer<typeof WhatIfSum>;

export const WhatIf = z.strictObject({
  ruleId: z.string(),
  title: BothLanguages,
  unit: z.enum(["household", "member"]),
  kind: z.string(),
  area: Place,
  year: z.number().int(),
  total: WhatIfSum,
  children: z.array(WhatIfSum.extend(Place.shape)),
  counties: z.strictObject({
    judged: z.number().int(),
    of: z.number().int().describe("With facts of the year, and where the rule is in force"),
    cut: z.boolean().describe("Time was up before all were judged"),
    notEvaluated: z.array(Place),
    notInForce: z.array(Place),
    ownLine: z.array(Place).describe("With a line of their own, which the change leaves alone"),
  }),
  asOf: z.string().nullable().describe("The oldest of the evaluations that the facts come from"),
  policyVersion: z.string(),
  stale: z.boolean().describe("True when facts were built under other policies"),
});
export type WhatIf = z.infer<typeof WhatIf>;

/** Where a page ends: the next one starts after it. */
export const WhatIfCursor = z.strictObject({
  countyCode: z.string().regex(/^\d{6}$/),
  registerNo: InputText.max(40),
  memberId: z.uuid().nullable(),
});
export type WhatIfCursor = z.infer<typeof WhatIfCursor>;

/** Which rows: those of one cell, or all that change. `place` lies in the area. */
export const WhatIfRowsQuestion = WhatIfQuestion.extend({
  place: AreaCode.optional(),
  cell: z.strictObject({ from: Outcome, to: Outcome }).optional(),
  after: WhatIfCursor.optional(),
  limit: z.number().int().min(1).max(100).default(20),
});
export type WhatIfRowsQuestion = z.infer<typeof WhatIfRowsQuestion>;

export const WhatIfRow = z.strictObject({
  countyCode: z.string(),
  householdId: z.string(),
  registerNo: z.string(),
  village: z.string().nullable(),
  maskedHead: z.string().nullable(),
  memberId: z.string().nullable(),
  maskedMember: z.string().nullable(),
  from: Outcome,
  to: Outcome,
  sentence: BothLanguages.describe("What would be said to the household"),
});
export type WhatIfRow = z.infer<typeof WhatIfRow>;

export const WhatIfRows = z.strictObject({
  rows: z.array(WhatIfRow),
  next: WhatIfCursor.nullable(),
  cut: z.boolean().describe("Time was up: there may be more"),
});
export type WhatIfRows = z.infer<typeof WhatIfRows>;
