/** A household with what its rules read, and what comes out of each rule: for explanations and for single edits. */
import { outcomeOf } from "../../engines/policy/judge.ts";
import type { Facts, Outcome } from "../../engines/policy/value.ts";
import type { Work } from "../access/work.ts";
import { prefixed } from "./evaluation/fact-values.ts";
import * as facts from "./evaluation/fact.sql.ts";
import type { BookOfHousehold, FactRow, MemberFactRow } from "./evaluation/fact.sql.ts";
import { isInForce, standardHolds } from "./figures/rule-count.ts";
import { type AppliedPolicy, type AppliedRule, getAppliedPolicy } from "./policy/applied-rule.ts";
import type { Standard } from "./policy/policy-data.ts";
import { verdictProblems } from "./verdict.problems.ts";

/** The rules that hold here, the household's facts and those of each member. */
export interface Case {
  policy: AppliedPolicy;
  rules: AppliedRule[];
  standards: Standard[];
  household: FactRow;
  members: MemberFactRow[];
}

export interface CaseOutcome {
  rule: AppliedRule;
  member: MemberFactRow | null;
  outcome: Outcome;
}

/** @throws Problem verdict.no-policies, verdict.no-household */
export async function getCase(work: Work, book: BookOfHousehold): Promise<Case> {
  const found = await findCase(work, book);
  if (!found) throw verdictProblems["verdict.no-household"]({ registerNo: book.householdId });
  return found;
}

/** Undefined: the household has no such book in the reader's area. @throws Problem verdict.no-policies */
export async function findCase(work: Work, book: BookOfHousehold): Promise<Case | undefined> {
  const policy = await getAppliedPolicy(work.tx);
  const household = await facts.findFreshFacts(work.tx, book);
  if (!household) return undefined;
  return {
    policy,
    rules: policy.rules.filter(({ row }) => isInForce(row, book.county, book.year)),
    standards: policy.standards.filter((standard) => standardHolds(standard, book.county, book.year)),
    household,
    members: await facts.listMemberFacts(work.tx, book),
  };
}

/** Applies each rule to the household, or to each of its members. */
export function overRules<T>(
  found: Case,
  use: (rule: AppliedRule, known: Facts, member: MemberFactRow | null) => T,
): T[] {
  const household = prefixed("household", found.household);
  const members = found.members.map((member) => ({
    member,
    known: { ...household, ...prefixed("member", member) },
  }));
  return found.rules.flatMap((rule) =>
    rule.compiled.rule.unit === "household"
      ? [use(rule, household, null)]
      : members.map(({ member, known }) => use(rule, known, member)),
  );
}

export function outcomesOf(found: Case): CaseOutcome[] {
  return overRules(found, (rule, known, member) => ({
    rule,
    member,
    outcome: outcomeOf(rule.compiled, known),
  }));
}
