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
 * A person's imports with rejected rows or with columns that nobody knows, newest first, but those that he closed. A reject
 * is mended by a later file that names its household; those of an undone import are at rest. Of the files with unknown columns only the newest of a layout counts:
 * which households they hold is not known.
 */
export async function listWithRejects(
  tx: Tx,
  scope: Scope,
  personId: string,
  most: number,
): Promise<ImportToDoRow[]> {
  const result = await sql<ImportToDoRow>`
    select * from (
      select ${head}, (select count(*)::int from registry.import_reject r where r.county_code = b.county_code
          and r.import_id = b.id and r.kind = 'reject' and r.named_by is null) as rejected,
        closed_at, created_at = max(created_at) over (partition by layout) as is_newest ${inCounties(scope)}
        and person_id = ${personId} and (preview is not null or state = 'unmapped') and state not in ('reading', 'refused', 'failed', 'undone')
    ) own where closed_at is null and (rejected > 0 or (state = 'unmapped' and is_newest))
    order by created_at desc limit ${most}`.execute(tx);
  return result.rows;
}

const head = sql`county_code, id, file_name, year, state, created_at`;
const shown = sql`${head}, coalesce((preview ->> 'rejectedCount')::int, 0) as rejected`;

function inCounties({ areaLow, areaHigh }: Scope): RawBuilder<unknown> {
  return sql`from registry.import_batch b
    where county_code between left(${areaLow}, 6) and left(${areaHigh}, 6) and area_code between ${areaLow} and ${areaHigh}`;
}
