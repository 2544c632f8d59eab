/** The households or members behind a what-if, masked, a page at a time, each with the sentence that would be said. */
import { judge } from "../../../engines/policy/judge.ts";
import { readWithin } from "../../../platform/db/read-only.ts";
import { type Work, requireArea, scopeOf } from "../../access/work.ts";
import { maskName } from "../../registry/masking.ts";
import { changedFacts, countyChange } from "./changed-policy.ts";
import { prefixed } from "../evaluation/fact-values.ts";
import { outcomeCode, outcomeOf } from "../outcome.ts";
import type { WhatIfRow, WhatIfRows, WhatIfRowsQuestion } from "./what-if.contract.ts";
import { type JudgedCounty, type Trial, mostSeconds, recordTrial, startTrial } from "./what-if.service.ts";
import { type ChangedRow, type RowsWanted, pageOfChanges } from "./what-if.sql.ts";

/** @throws what `tryPolicy` throws */
export async function listWhatIfRows(
  work: Work,
  ruleId: string,
  question: WhatIfRowsQuestion,
): Promise<WhatIfRows> {
  const { place = question.area, after, limit } = question;
  requireArea(work.actor, place);
  const trial = await startTrial(work, ruleId, question);
  await recordTrial(work, "policy.what-if-list", trial, question);
  const end = performance.now() + mostSeconds * 1000;
  const rows: WhatIfRow[] = [];
  let cut = false;
  for (const county of trial.counties.filter((one) => reaches(one, place, after))) {
    const left = end - performance.now();
    const wanted = { ...wantedOf(question, county), limit: limit + 1 - rows.length };
    const found =
      left > 0 && (await readWithin(work.tx, left, () => pageOfCounty(work, trial, county, place, wanted)));
    cut = !found;
    rows.push(...(found || []));
    if (cut || rows.length > limit) break;
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? cursorOf(last) : null;
  return { rows: page, next, cut };
}

/** Counties of the place, from the one on that the page before ended in. */
function reaches({ county }: JudgedCounty, place: string, after: WhatIfRowsQuestion["after"]): boolean {
  const { areaLow, areaHigh } = scopeOf(place);
  const isInPlace = county >= areaLow.slice(0, 6) && county <= areaHigh.slice(0, 6);
  return isInPlace && (!after || county >= after.countyCode);
}

function wantedOf({ cell, after }: WhatIfRowsQuestion, { county }: JudgedCounty): Omit<RowsWanted, "limit"> {
  return {
    cell: cell && { from: outcomeCode(cell.from), to: outcomeCode(cell.to) },
    after: after?.countyCode === county ? after : undefined,
  };
}

async function pageOfCounty(
  work: Work,
  trial: Trial,
  county: JudgedCounty,
  place: string,
  wanted: RowsWanted,
): Promise<WhatIfRow[]> {
  const own = scopeOf(place);
  const range = {
    ...county,
    areaLow: county.areaLow > own.areaLow ? county.areaLow : own.areaLow,
    areaHigh: county.areaHigh < own.areaHigh ? county.areaHigh : own.areaHigh,
  };
  const change = countyChange(trial.changed, county.ownLine);
  const rows = await pageOfChanges(work.tx, range, change, wanted);
  return rows.map((row) => presentRow(row, trial, county));
}

function presentRow(row: ChangedRow, { changed }: Trial, { county, ownLine }: JudgedCounty): WhatIfRow {
  const known = {
    ...prefixed("household", row.household),
    ...(row.member && prefixed("member", row.member)),
  };
  return {
    countyCode: county,
    householdId: row.household_id,
    registerNo: row.register_no,
    village: row.village,
    maskedHead: row.head_name === null ? null : maskName(row.head_name),
    memberId: row.member_id,
    maskedMember: row.member_name === null ? null : maskName(row.member_name),
    from: outcomeOf(row.before),
    to: outcomeOf(row.after),
    sentence: judge(changed.after, changedFacts(changed, ownLine, known)).sentence,
  };
}

function cursorOf({ countyCode, registerNo, memberId }: WhatIfRow): WhatIfRows["next"] {
  return { countyCode, registerNo, memberId };
}
