/** Whether issues of a household were mended: seen when somebody edits it, and told from the record afterwards. */
import type { Work } from "../access/work.ts";
import type { HouseholdEffect } from "../registry/register-listener.ts";
import type { HistoryEvent } from "../registry/household-history.contract.ts";
import { listBookChanges } from "../registry/household-history.service.ts";
import type { BookOfHousehold } from "./evaluation/fact.sql.ts";
import { exitProcedureOf } from "./exit-procedure.ts";
import { type CaseOutcome, findCase, outcomesOf } from "./household-case.ts";
import { findAppliedPolicyVersion } from "./policy/policy.sql.ts";
import type { HouseholdVerdicts, MendedIssue, RuleVerdict, VerdictsAndMended } from "./verdict.contract.ts";
import { explainHousehold, refreshHousehold } from "./verdict.service.ts";
import { type KnownOutcome, changeBetween } from "./verdict-change.ts";

/**
 * Judges the household as it stands, from its book and not from the last evaluation, which may be older than an import. What
 * it returns refreshes it after an edit and says which rules the edit mended and which newly fail; nothing is judged before
 * policies are applied.
 */
export async function watchHousehold(
  work: Work,
  book: BookOfHousehold,
): Promise<() => Promise<HouseholdEffect>> {
  if (!(await findAppliedPolicyVersion(work.tx))) return async () => ({ mended: [], failing: [] });
  const found = await findCase(work, book);
  const before = found ? outcomesOf(found) : [];
  return async () => {
    const after = await refreshHousehold(work, book);
    return changeBetween(before.map(knownOutcome), after.map(knownOutcome));
  };
}

function knownOutcome({ rule, member, outcome }: CaseOutcome): KnownOutcome {
  return { ruleId: rule.row.id, kind: rule.compiled.rule.kind, memberId: member?.member_id ?? null, outcome };
}

/** The verdicts and what of the same book was mended by edits. @throws Problem verdict.no-household */
export async function getVerdictsAndMended(work: Work, book: BookOfHousehold): Promise<VerdictsAndMended> {
  const found = await explainHousehold(work, book);
  const { county, householdId, year } = book;
  const changes = await listBookChanges(work, { county, id: householdId }, year);
  return {
    ...found,
    procedure: found.exit.outcome === "pass" ? exitProcedureOf(year) : null,
    mended: mendedBy(changes, found),
    lastChange: lastOf(changes),
  };
}

/** Newest first, each rule once: what is met now, or concerns nobody any more, and was last changed by being mended. */
function mendedBy(changes: readonly HistoryEvent[], { verdicts }: HouseholdVerdicts): MendedIssue[] {
  const open = new Set(verdicts.filter(isOpen).map(({ ruleId }) => ruleId));
  const settled = new Map(verdicts.map((one) => [one.ruleId, one]));
  for (const ruleId of open) settled.delete(ruleId);
  const mended: MendedIssue[] = [];
  for (const { mended: rules, failing, ...change } of changes) {
    for (const ruleId of rules) {
      const rule = settled.get(ruleId);
      if (rule) mended.push(mendedIssue(rule, change));
      settled.delete(ruleId);
    }
    // It failed again afterwards, and no edit mended it since.
    for (const ruleId of failing) settled.delete(ruleId);
  }
  return mended;
}

/** @param changes newest first */
function lastOf([last]: readonly HistoryEvent[]): VerdictsAndMended["lastChange"] {
  if (!last) return null;
  const { at, who, fields, changes, members } = last;
  return { at, who, fields, changes, members };
}

function isOpen({ outcome }: RuleVerdict): boolean {
  return outcome === "fail" || outcome === "unknown";
}

function mendedIssue(
  { ruleId, kind, severity, failing, repeats }: RuleVerdict,
  { at, who, fields, changes, members }: Pick<MendedIssue, "at" | "who" | "fields" | "changes" | "members">,
): MendedIssue {
  return { ruleId, kind, severity, failing, repeats, at, who, fields, changes, members };
}
