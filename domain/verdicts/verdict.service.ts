/** One household: its verdicts with reasons, what an edit would change, and keeping both fresh in the edit's transaction. */
import { type Verdict, judge } from "../../engines/policy/judge.ts";
import { partsWith } from "../../engines/policy/matter.ts";
import { failingName } from "../../engines/policy/rule.ts";
import type { Outcome } from "../../engines/policy/value.ts";
import { tryOut } from "../../platform/db/try-out.ts";
import type { Work } from "../access/work.ts";
import type { BookKey, HouseholdEdit } from "../registry/household.contract.ts";
import { getHousehold } from "../registry/household.service.ts";
import { writeBookEdit } from "../registry/household-edit.service.ts";
import { maskName } from "../registry/masking.ts";
import type { AppliedRule } from "./policy/applied-rule.ts";
import * as facts from "./evaluation/fact.sql.ts";
import type { BookOfHousehold, MemberFactRow } from "./evaluation/fact.sql.ts";
import { codesOfPeriods, codesOfRules } from "./list/bits-of-rules.ts";
import { codesOf } from "./list/list-codes.ts";
import { namesOf } from "./criterion-name.ts";
import { type Case, type CaseOutcome, getCase, outcomesOf, overRules } from "./household-case.ts";
import { saveCodes } from "./list/list-bits.sql.ts";
import { exitOutcomeFrom, outcomeCode } from "./outcome.ts";
import { allPeriods } from "./periods/period.ts";
import { type Standard, findStandardOf, repeatedBy } from "./policy/policy-data.ts";
import type { ExitOutcome } from "./list/household-list.contract.ts";
import type { EditPreview, HouseholdVerdicts, RuleVerdict } from "./verdict.contract.ts";
import { verdictProblems } from "./verdict.problems.ts";
import { type OutcomeByColumn, saveHouseholdVerdict, saveMemberVerdict } from "./verdict.sql.ts";

/** Verdicts of a household in the book of a year, from the facts as they are now. @throws Problem verdict.no-household */
export async function explainHousehold(work: Work, book: BookOfHousehold): Promise<HouseholdVerdicts> {
  const { helperId } = work.actor;
  // A helper sees only the households assigned to him; another one is not there for him.
  if (helperId && !(await facts.isAssigned(work.tx, book, helperId))) {
    throw verdictProblems["verdict.no-household"]({ registerNo: book.householdId });
  }
  const found = await getCase(work, book);
  const verdicts = overRules(found, (rule, known, member) => ({
    rule,
    member,
    verdict: judge(rule.compiled, known),
  }));
  const decisive = decisiveRules(found);
  const exitVerdicts = verdicts.filter(({ rule }) => decisive.has(rule.row.id));
  const outcome = exitOutcomeFrom(exitVerdicts.map(({ verdict }) => verdict.outcome));
  return {
    county: book.county,
    householdId: book.householdId,
    registerNo: found.household.register_no,
    year: book.year,
    policyVersion: found.policy.version,
    exit: {
      outcome,
      sentence: exitSentence(outcome, exitVerdicts, found.standards),
      standards: found.standards.map(({ id, title }) => ({ id, title })),
    },
    verdicts: verdicts.map((one) => presentVerdict(one, found.standards)),
  };
}

/** Verdicts and incomes as they would be after an edit; nothing is written. @throws what an edit throws */
export async function previewEdit(work: Work, key: BookKey, edit: HouseholdEdit): Promise<EditPreview> {
  return tryOut(work.tx, async () => {
    await writeBookEdit(work, key, edit);
    const { persons, registeredPersons, membersComplete, income } = await getHousehold(work, key, key.year);
    const book = { county: key.county, householdId: key.id, year: key.year };
    const verdicts = await explainHousehold(work, book);
    return { ...verdicts, book: { persons, registeredPersons, membersComplete, income } };
  });
}

/**
 * Refreshes facts and verdicts of one household after an edit, in the same transaction, where the county was evaluated.
 * @returns what comes out of each rule now
 * @throws Problem verdict.no-policies, verdict.no-household
 */
export async function refreshHousehold(work: Work, book: BookOfHousehold): Promise<CaseOutcome[]> {
  const found = await getCase(work, book);
  const outcomes = outcomesOf(found);
  if (await facts.isEvaluated(work.tx, book.county, book.year)) await saveCase(work, book, found, outcomes);
  return outcomes;
}

async function saveCase(
  work: Work,
  book: BookOfHousehold,
  found: Case,
  outcomes: readonly CaseOutcome[],
): Promise<void> {
  await facts.saveFacts(work.tx, found.household);
  const decisive = decisiveRules(found);
  const exit = exitOutcomeFrom(
    outcomes.filter(({ rule }) => decisive.has(rule.row.id)).map(({ outcome }) => outcome),
  );
  const own = columnsOf(found, outcomes, null);
  const members = found.members.map((member) => ({ member, columns: columnsOf(found, outcomes, member) }));
  const rules = found.policy.rules.map(({ row }) => row);
  const ofMembers = members.map(({ columns }) => columns);
  await saveCodes(work.tx, book, {
    ...codesOf(found, outcomes, exit),
    ...codesOfRules(rules, own, ofMembers),
    ...codesOfPeriods(allPeriods(), found.household),
  });
  const { area_code, register_no } = found.household;
  const key = { county_code: book.county, household_id: book.householdId, year: book.year, area_code };
  const household = { ...key, register_no, exit_outcome: outcomeCode(exit) };
  await saveHouseholdVerdict(work.tx, household, own);
  for (const { member, columns } of members)
    await saveMemberVerdict(work.tx, { ...key, member_id: member.member_id }, columns);
}

function decisiveRules(found: Case): ReadonlySet<string> {
  return new Set(found.standards.flatMap((standard) => standard.rules));
}

/** Outcomes by column of all rules of a unit: a rule that does not hold here is not applicable. */
function columnsOf(
  found: Case,
  outcomes: readonly CaseOutcome[],
  member: MemberFactRow | null,
): OutcomeByColumn {
  const unit = member ? "member" : "household";
  const columns = new Map<number, number | null>();
  for (const { row } of found.policy.rules) if (row.unit === unit) columns.set(row.ordinal, 2);
  for (const one of outcomes) {
    if (one.rule.row.unit === unit && one.member === member)
      columns.set(one.rule.row.ordinal, outcomeCode(one.outcome));
  }
  return columns;
}

interface Judged {
  rule: AppliedRule;
  member: MemberFactRow | null;
  verdict: Verdict;
}

function presentVerdict(one: Judged, standards: readonly Standard[]): RuleVerdict {
  const { rule, verdict, member } = one;
  const { source, kind, severity, title, unit, when } = rule.compiled.rule;
  return {
    ruleId: verdict.ruleId,
    version: rule.row.version,
    unit,
    memberId: member?.member_id ?? null,
    maskedMember: member?.member_name ? maskName(member.member_name) : null,
    kind,
    severity,
    standard: findStandardOf(verdict.ruleId, standards),
    repeats: [...repeatedBy(verdict.ruleId, standards)],
    title,
    failing: failingName(rule.compiled.rule),
    outcome: verdict.outcome,
    sentence: verdict.sentence,
    applies: verdict.applies,
    parts: verdict.parts.map(({ required, outcome, said, gap }) => ({
      required,
      outcome,
      said,
      gap: gap?.words ?? null,
    })),
    missing: [...verdict.missing],
    contradictions: [...verdict.contradictions],
    facts: [...verdict.facts],
    ruleText: when,
    substituted: verdict.substituted,
    source: {
      document: source.document,
      number: source.number ?? null,
      article: source.article,
      mark: source.mark ?? null,
    },
  };
}

function exitSentence(
  outcome: ExitOutcome,
  parts: readonly Judged[],
  standards: readonly Standard[],
): { zh: string; en: string } {
  const named = (wanted: Outcome, language: "zh" | "en"): string =>
    namesOf(rulesThat(wanted, parts, standards), standards, language);
  const also = (lead: string, language: "zh" | "en"): string => {
    const unknown = named("unknown", language);
    return unknown === "" ? "" : lead + unknown;
  };
  switch (outcome) {
    case "pass":
      return { zh: "各项脱贫标准都达标", en: "All exit criteria are met" };
    case "fail":
      return {
        zh: `还不能脱贫，未达标：${named("fail", "zh")}${also("；待核实：", "zh")}`,
        en: `May not exit yet. Not met: ${named("fail", "en")}${also(". To verify: ", "en")}`,
      };
    case "unknown":
      return {
        zh: `待核实：${named("unknown", "zh")}`,
        en: `To verify: ${named("unknown", "en")}`,
      };
    case "notApplicable":
      return {
        zh: "本户已脱贫，脱贫标准不再适用",
        en: "The household has exited; the criteria no longer apply",
      };
    case "noStandard":
      return {
        zh: "本年度没有退出标准，不作判定",
        en: "No exit standard holds in this year: nothing is judged",
      };
  }
}

function rulesThat(wanted: Outcome, judged: readonly Judged[], standards: readonly Standard[]) {
  return judged
    .filter(({ verdict }) => verdict.outcome === wanted)
    .map(({ rule, verdict }) => ({
      id: verdict.ruleId,
      title: rule.compiled.rule.title,
      repeats: repeatedBy(verdict.ruleId, standards),
      parts: partsWith(wanted, verdict.parts),
    }));
}
