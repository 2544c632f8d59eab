/** Imports that wait for somebody: read from the table registry.import_batch without their files. */
import { type RawBuilder, sql } from "kysely";
import type { Scope, Tx } from "../../platform/db/database.ts";

export interface ImportToDoRow {
  county_code: string;
  id: string;
  file_name: string;
  year: number | null;
  rejected: number;
  state: string;
  created_at: Date;
}

/** Looked at and not yet applied, of everybody in the area, newest first. */
export async function listReady(tx: Tx, scope: Scope, most: number): Promise<ImportToDoRow[]> {
  const result = await sql<ImportToDoRow>`
    select ${shown} ${inCounties(scope)} and state = 'ready' order by created_at desc limit ${most}`.execute(
    tx,
  );
  return result.rows;
}

/**
 * A person's imports with rejected rows or with columns that nobody knows, newest first. Of the files of one layout and year only the newest counts: a
 * corrected file comes after the one that it corrects; whose columns nobody knows may not tell its year.
 */
export async function listWithRejects(
  tx: Tx,
  scope: Scope,
  personId: string,
  most: number,
): Promise<ImportToDoRow[]> {
  const result = await sql<ImportToDoRow>`
    select * from (
      select distinct on (layout, year) ${shown}, created_at = max(created_at) over (partition by layout) as is_newest ${inCounties(scope)}
        and person_id = ${personId} and (preview is not null or state = 'unmapped') and state not in ('reading', 'refused', 'failed')
      order by layout, year, created_at desc, id desc
    ) newest where rejected > 0 or (state = 'unmapped' and is_newest) order by created_at desc limit ${most}`.execute(
    tx,
  );
  return result.rows;
}

const shown = sql`county_code, id, file_name, year, coalesce((preview ->> 'rejectedCount')::int, 0) as rejected, state, created_at`;

function inCounties({ areaLow, areaHigh }: Scope): RawBuilder<unknown> {
  return sql`from registry.import_batch
    where county_code between left(${areaLow}, 6) and left(${areaHigh}, 6) and area_code between ${areaLow} and ${areaHigh}`;
}
