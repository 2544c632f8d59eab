/** Which monitored households have come to the end of a period, from their facts. */
import { type RawBuilder, sql } from "kysely";
import type { Scope, Tx } from "../../../platform/db/database.ts";
import type { PeriodState } from "../list/household-list.contract.ts";
import type { Period } from "./period.ts";

/** A period with the month of identification whose end is now. */
export interface PeriodAsked {
  period: Period;
  /** `yyyymm` */
  month: number;
}

export interface PeriodRow {
  id: string;
  over: number;
  now: number;
  unknown: number;
}

/** Counts of households of an area, one row a period. `unknown`: the month of identification or a count is missing. */
export async function countPeriods(
  tx: Tx,
  { areaLow, areaHigh }: Scope,
  year: number,
  asked: readonly PeriodAsked[],
): Promise<PeriodRow[]> {
  if (asked.length === 0) return [];
  const parts = asked.map(
    (one) => sql`
    select ${one.period.id} as id,
      count(*) filter (where ${ended(one, "over")})::int as over,
      count(*) filter (where ${ended(one, "now")})::int as now,
      count(*) filter (where ${isUnknown(one.period)})::int as unknown
    from verdicts.fact f
    where f.county_code between left(${areaLow}, 6) and left(${areaHigh}, 6) and f.year = ${year}
      and f.area_code between ${areaLow} and ${areaHigh} and ${isOpen(one.period)}`,
  );
  return (await sql<PeriodRow>`${sql.join(parts, sql` union all `)}`.execute(tx)).rows;
}

/** True of a fact row `f` whose household has come to this end of the period. */
export function periodCondition(asked: PeriodAsked, state: PeriodState): RawBuilder<unknown> {
  return sql`${isOpen(asked.period)} and ${state === "unknown" ? isUnknown(asked.period) : ended(asked, state)}`;
}

/** Monitored, not eliminated, and what the period asks for is not on record. */
function isOpen({ lacks }: Period): RawBuilder<unknown> {
  const missing = lacks.map((column) => sql`and ${sql.ref(`f.${column}`)} is not true`);
  return sql`f.monitor_category is not null and f.eliminated is not true ${sql.join(missing, sql` `)}`;
}

function ended({ period, month }: PeriodAsked, state: "over" | "now"): RawBuilder<unknown> {
  const start = sql.ref(`f.${period.start}`);
  const among = period.among.map((column) => sql`and ${sql.ref(`f.${column}`)} > 0`);
  return sql`${start} ${state === "over" ? sql`<` : sql`=`} ${month} ${sql.join(among, sql` `)}`;
}

function isUnknown({ start, among }: Period): RawBuilder<unknown> {
  const missing = [start, ...among].map((column) => sql`${sql.ref(`f.${column}`)} is null`);
  return sql`(${sql.join(missing, sql` or `)})`;
}
