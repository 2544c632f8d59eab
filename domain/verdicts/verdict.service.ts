/** One household: its verdicts with reasons, what an edit would change, and keeping both fresh in the edit's transaction. */
import { type Verdict, judge } from "../../engines/policy/judge.ts";
import type { Facts } from "../../engines/policy/value.ts";
import type { Work } from "../access/work.ts";
import { maskName } from "../registry/masking.ts";
import { type AppliedPolicy, type AppliedRule, getAppliedPolicy } from "./applied-rule.ts";
import * as facts from "./fact.sql.ts";
import type { BookOfHousehold, FactRow, MemberFactRow } from "./fact.sql.ts";
import { outcomeCode, togetherOf } from "./outcome.ts";
import { isInForce } from "./rule-count.ts";
import type { HouseholdVerdicts, RuleVerdict } from "./verdict.contract.ts";
import { verdictProblems } from "./verdict.problems.ts";
import { type OutcomeByColumn, saveHouseholdVerdict, saveMemberVerdict } from "./verdict.sql.ts";

/** What one household's rules came out as, in the facts of this transaction. */
interface Judged {
  policy: AppliedPolicy;
  household: FactRow;
  verdicts: { rule: AppliedRule; verdict: Verdict; member: MemberFactRow | null }[];
  members: MemberFactRow[];
}

/** Verdicts of a household in the book of a year, from the facts as they are now. @throws Problem verdict.no-household */
export async function explainHousehold(work: Work, book: BookOfHousehold): Promise<HouseholdVerdicts> {
  const judged = await judgeHousehold(work, book);
  const standards = judged.policy.standards.filter((standard) => holds(standard, book));
  const decisive = new Set(standards.flatMap((standard) => standard.rules));
  const exitVerdicts = judged.verdicts.filter(({ verdict }) => decisive.has(verdict.ruleId));
  const outcome = togetherOf(exitVerdicts.map(({ verdict }) => verdict.outcome));
  return {
    county: book.county,
    householdId: book.householdId,
    registerNo: judged.household.register_no,
    year: book.year,
    evaluatedAt: null,
    policyVersion: judged.policy.version,
    exit: {
      outcome,
      sentence: exitSentence(
        outcome,
        exitVerdicts.map(({ verdict, rule }) => ({ verdict, title: rule.compiled.rule.title })),
      ),
      standards: standards.map(({ id, title }) => ({ id, title })),
    },
    verdicts: judged.verdicts.map((one) => presentVerdict(one, standards)),
  };
}

/** The household with this number in the newest book, or in that of `year`. @throws Problem verdict.no-household */
export async function explainByRegisterNo(
  work: Work,
  registerNo: string,
  year?: number,
): Promise<HouseholdVerdicts> {
  const book = await facts.findBookByRegisterNo(work.tx, registerNo, year);
  if (!book) throw verdictProblems["verdict.no-household"]({ registerNo });
  return explainHousehold(work, book);
}

/** Refreshes facts and verdicts of one household after an edit, in the same transaction. */
export async function refreshHousehold(work: Work, book: BookOfHousehold): Promise<void> {
  if (!(await facts.isEvaluated(work.tx, book.county, book.year))) return;
  const judged = await judgeHousehold(work, book);
  await facts.saveFacts(work.tx, judged.household);
  const { area_code, register_no } = judged.household;
  const decisive = new Set(
    judged.policy.standards.filter((standard) => holds(standard, book)).flatMap((standard) => standard.rules),
  );
  const exitOutcomes = judged.verdicts
    .filter(({ verdict }) => decisive.has(verdict.ruleId))
    .map(({ verdict }) => verdict.outcome);
  const key = { county_code: book.county, household_id: book.householdId, year: book.year, area_code };
  await saveHouseholdVerdict(
    work.tx,
    { ...key, register_no, exit_outcome: outcomeCode(togetherOf(exitOutcomes)) },
    columnsOf(judged, "household", null),
  );
  for (const member of judged.members) {
    await saveMemberVerdict(
      work.tx,
      { ...key, member_id: member.member_id },
      columnsOf(judged, "member", member),
    );
  }
}

async function judgeHousehold(work: Work, book: BookOfHousehold): Promise<Judged> {
  const policy = await getAppliedPolicy(work.tx);
  const household = await facts.findFreshFacts(work.tx, book);
  if (!household) throw verdictProblems["verdict.no-household"]({ registerNo: book.householdId });
  const members = await facts.listMemberFacts(work.tx, book);
  const inPlace = policy.rules.filter(({ row }) => isInForce(row, book.county, book.year));
  const householdFacts = prefixed("household", household);
  const verdicts = inPlace.flatMap((rule): Judged["verdicts"] => {
    if (rule.compiled.rule.unit === "household")
      return [{ rule, verdict: judge(rule.compiled, householdFacts), member: null }];
    return members.map((member) => ({
      rule,
      member,
      verdict: judge(rule.compiled, { ...householdFacts, ...prefixed("member", member) }),
    }));
  });
  return { policy, household, verdicts, members };
}

function prefixed(unit: "household" | "member", row: Record<string, unknown>): Facts {
  const found: Record<string, Facts[string]> = {};
  for (const [column, value] of Object.entries(row)) {
    const isFact =
      value === null || ["string", "number", "boolean"].includes(typeof value) || isTextArray(value);
    if (isFact) found[`${unit}.${column}`] = value as Facts[string];
  }
  return found;
}

function isTextArray(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function holds(standard: AppliedPolicy["standards"][number], book: BookOfHousehold): boolean {
  const { scope, valid } = standard;
  return isInForce(
    { active: true, scope, valid_from: valid.from, valid_to: valid.to ?? null },
    book.county,
    book.year,
  );
}

/** Outcomes by column of all rules of a unit: a rule that does not hold here is not applicable. */
function columnsOf(
  judged: Judged,
  unit: "household" | "member",
  member: MemberFactRow | null,
): OutcomeByColumn {
  const columns = new Map<number, number | null>();
  for (const { row } of judged.policy.rules) if (row.unit === unit) columns.set(row.ordinal, 2);
  for (const { rule, verdict, member: judgedMember } of judged.verdicts) {
    if (rule.row.unit === unit && judgedMember === member)
      columns.set(rule.row.ordinal, outcomeCode(verdict.outcome));
  }
  return columns;
}

function presentVerdict(one: Judged["verdicts"][number], standards: AppliedPolicy["standards"]): RuleVerdict {
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
    standard: standards.find((standard) => standard.rules.includes(verdict.ruleId))?.id ?? null,
    title,
    outcome: verdict.outcome,
    sentence: verdict.sentence,
    failing: [...verdict.failing],
    missing: [...verdict.missing],
    facts: verdict.facts.map(({ term, code, value, shown }) => ({ term, code, value, shown: shown.zh })),
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
  outcome: RuleVerdict["outcome"],
  parts: readonly { verdict: Verdict; title: { zh: string; en: string } }[],
): { zh: string; en: string } {
  const named = (wanted: RuleVerdict["outcome"], language: "zh" | "en"): string =>
    parts
      .filter(({ verdict }) => verdict.outcome === wanted)
      .map(({ title }) => title[language])
      .join(language === "zh" ? "、" : "; ");
  if (parts.length === 0)
    return { zh: "本年度没有适用的脱贫标准", en: "No exit standard holds in this year" };
  switch (outcome) {
    case "pass":
      return { zh: "各项脱贫标准都已达到", en: "All exit criteria are met" };
    case "fail":
      return {
        zh: `还不能脱贫，未达标：${named("fail", "zh")}`,
        en: `May not exit yet. Not met: ${named("fail", "en")}`,
      };
    case "unknown":
      return {
        zh: `还不能判断，待核实：${named("unknown", "zh")}`,
        en: `Cannot be decided yet. To verify: ${named("unknown", "en")}`,
      };
    case "notApplicable":
      return {
        zh: "本户已脱贫，脱贫标准不再适用",
        en: "The household has exited; the criteria no longer apply",
      };
  }
}
