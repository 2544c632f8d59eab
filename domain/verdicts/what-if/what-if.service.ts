/** What would change if a line or a rule were changed: counted county by county within a limit of time. */
import { readWithin } from "../../../platform/db/read-only.ts";
import { areaPrefix } from "../../../engines/area/area-prefix.ts";
import { type Work, requireArea, scopeOf } from "../../access/work.ts";
import { recordAudit } from "../../audit/event.service.ts";
import { getDivisionTree, namePlace } from "../../registry/division.service.ts";
import { type AppliedPolicy, getAppliedRule } from "../policy/applied-rule.ts";
import { type ChangedPolicy, changePolicy, countyChange, hasOwnLine } from "./changed-policy.ts";
import { listCountyYears } from "../evaluation/evaluation.service.ts";
import { listLines } from "../policy/policy.sql.ts";
import { isInForce } from "../figures/rule-count.ts";
import { verdictProblems } from "../verdict.problems.ts";
import type { WhatIf, WhatIfQuestion } from "./what-if.contract.ts";
import { addMatrices, sumByPlace, sumOf } from "./what-if-sum.ts";
import { type CountyRange, type MatrixRow, countChanges, findFactState } from "./what-if.sql.ts";

/** A person waits for the answer. */
export const mostSeconds = 20;

/** One county that can be judged, and whether the changed line reaches it. */
export interface JudgedCounty extends CountyRange {
  ownLine: boolean;
  finishedAt: Date | null;
  policyVersion: string | null;
}

export interface Trial {
  policy: AppliedPolicy;
  changed: ChangedPolicy;
  counties: JudgedCounty[];
  notEvaluated: string[];
  notInForce: string[];
}

/**
 * @throws Problem access.outside-area, verdict.unknown-rule, verdict.no-book, verdict.not-evaluated and
 * verdict.what-if-*
 */
export async function tryPolicy(work: Work, ruleId: string, question: WhatIfQuestion): Promise<WhatIf> {
  const trial = await startTrial(work, ruleId, question);
  await recordTrial(work, "policy.what-if", trial, question);
  const digits = placeDigits(question.area);
  const matrices: MatrixRow[][] = [];
  const end = performance.now() + mostSeconds * 1000;
  for (const county of trial.counties) {
    const left = end - performance.now();
    const change = countyChange(trial.changed, county.ownLine);
    const rows =
      left > 0 && (await readWithin(work.tx, left, () => countChanges(work.tx, county, change, digits)));
    if (!rows) break;
    matrices.push(rows);
  }
  if (matrices.length === 0) throw verdictProblems["verdict.what-if-too-long"]({ seconds: mostSeconds });
  return presentTrial(work, trial, question, matrices);
}

/** Which counties can be judged, and by what. */
export async function startTrial(work: Work, ruleId: string, question: WhatIfQuestion): Promise<Trial> {
  const { area, year } = question;
  requireArea(work.actor, area);
  const { policy, rule } = await getAppliedRule(work.tx, ruleId);
  const changed = changePolicy(rule, question.change);
  const books = (await listCountyYears(work, area)).filter((book) => book.year === year);
  if (books.length === 0) throw verdictProblems["verdict.no-book"]({ area });
  const lines = await listLines(work.tx);
  const trial: Trial = { policy, changed, counties: [], notEvaluated: [], notInForce: [] };
  for (const { county } of books) {
    const range = { county, year, ...scopeOf(area) };
    const state = await findFactState(work.tx, range);
    if (!isInForce(rule.row, `${county}000000`, year)) trial.notInForce.push(county);
    else if (!state) trial.notEvaluated.push(county);
    else {
      const ownLine = hasOwnLine(changed, lines, question, county);
      const { finished_at: finishedAt, policy_version: policyVersion } = state;
      trial.counties.push({ ...range, ownLine, finishedAt, policyVersion });
    }
  }
  if (trial.counties.length > 0) return trial;
  if (trial.notEvaluated.length > 0) throw verdictProblems["verdict.not-evaluated"]({ area, year });
  throw verdictProblems["verdict.what-if-not-in-force"]({ id: rule.row.id, area, year });
}

/** Which rule was tried, where and for which year; a condition is not kept, since anything may be typed into it. */
export async function recordTrial(
  work: Work,
  action: "policy.what-if" | "policy.what-if-list",
  { changed }: Trial,
  { area, year }: WhatIfQuestion,
): Promise<void> {
  const { rule, line } = changed;
  await recordAudit(
    work,
    action,
    { kind: "rule", id: rule.row.id, area },
    { year, changed: line?.kind ?? "when", amount: line?.amount ?? null },
  );
}

/** The places directly below an area: counted by this many leading digits. */
function placeDigits(area: string): number {
  const levels = [2, 4, 6, 9, 12];
  return levels.find((digits) => digits > areaPrefix(area).length) ?? 12;
}

async function presentTrial(
  work: Work,
  { policy, changed, ...trial }: Trial,
  { area, year }: WhatIfQuestion,
  matrices: MatrixRow[][],
): Promise<WhatIf> {
  const { rule } = changed.rule.compiled;
  const judged = trial.counties.slice(0, matrices.length);
  const rows = addMatrices(matrices);
  const { children, name } = await getDivisionTree(work, area);
  const names = new Map(children.map((child) => [child.code, child.name]));
  const nameAll = async (counties: string[]) => {
    const named: Awaited<ReturnType<typeof namePlace>>[] = [];
    for (const county of counties) named.push(await namePlace(work, `${county}000000`));
    return named;
  };
  return {
    ruleId: rule.id,
    title: rule.title,
    unit: rule.unit,
    kind: rule.kind,
    area: { code: area, name },
    year,
    total: sumOf(rows),
    children: children.length === 0 ? [] : sumByPlace(rows, names),
    counties: {
      judged: judged.length,
      of: trial.counties.length,
      cut: judged.length < trial.counties.length,
      notEvaluated: await nameAll(trial.notEvaluated),
      notInForce: await nameAll(trial.notInForce),
      ownLine: await nameAll(judged.filter(({ ownLine }) => ownLine).map(({ county }) => county)),
    },
    asOf: oldestOf(judged)?.toISOString() ?? null,
    policyVersion: policy.version,
    stale: judged.some(({ policyVersion }) => policyVersion !== policy.version),
  };
}

function oldestOf(counties: readonly JudgedCounty[]): Date | null {
  const times = counties.flatMap(({ finishedAt }) => (finishedAt ? [finishedAt] : []));
  return times.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
