/** Evaluation: facts → rules → verdicts → rollup of one county and year, in one transaction. */
import { newId } from "../../../platform/id.ts";
import { recordAudit } from "../../audit/event.service.ts";
import { type Work, scopeOf } from "../../access/work.ts";
import { periodBits } from "../list/bits-of-rules.ts";
import * as store from "./evaluation.sql.ts";
import { allPeriods } from "../periods/period.ts";
import { findAppliedPolicyVersion } from "../policy/policy.sql.ts";
import { verdictProblems } from "../verdict.problems.ts";

export interface CountyEvaluation {
  evaluationId: string;
  county: string;
  year: number;
  households: number;
  persons: number;
}

/**
 * Evaluates all households and members of a county for the book of a year.
 * @throws Problem verdict.no-policies when no policies were applied yet
 */
export async function evaluateCounty(work: Work, county: string, year: number): Promise<CountyEvaluation> {
  const policyVersion = await findAppliedPolicyVersion(work.tx);
  if (!policyVersion) throw verdictProblems["verdict.no-policies"]();
  const evaluationId = newId(work.now);
  const households = await store.rebuild(work.tx, "rebuild_facts", county, year);
  await store.rebuild(work.tx, "rebuild_verdicts", county, year);
  const persons = await store.rebuild(work.tx, "rebuild_member_verdicts", county, year);
  await store.rebuildRollup(work.tx, county, year, evaluationId);
  await store.rebuild(work.tx, "rebuild_member_rollup", county, year);
  await store.rebuild(work.tx, "rebuild_no_standard", county, year);
  await store.rebuild(work.tx, "rebuild_list", county, year);
  await store.rebuild(work.tx, "rebuild_rule_bits", county, year);
  await store.rebuildPeriodBits(work.tx, county, year, allPeriods().map(periodBits));
  await store.rebuild(work.tx, "rebuild_finding_counts", county, year);
  const area = `${county}000000`;
  await store.insertEvaluation(work.tx, {
    county_code: county,
    id: evaluationId,
    area_code: area,
    year,
    policy_version: policyVersion,
    households,
    persons,
    finished_at: work.now,
  });
  await recordAudit(
    work,
    "verdict.evaluate",
    { kind: "evaluation", id: evaluationId, area },
    { year, households, persons },
  );
  return { evaluationId, county, year, households, persons };
}

/** Counties and years with books below an area, newest year first. */
export async function listCountyYears(
  work: Work,
  areaCode: string,
): Promise<{ county: string; year: number }[]> {
  const scope = scopeOf(areaCode);
  return store.listCountyYears(work.tx, scope.areaLow, scope.areaHigh);
}

/** @throws Problem verdict.no-book when the area has no book of any year */
export async function getNewestBookYear(work: Work, areaCode: string): Promise<number> {
  const [newest] = await listCountyYears(work, areaCode);
  if (!newest) throw verdictProblems["verdict.no-book"]({ area: areaCode });
  return newest.year;
}
