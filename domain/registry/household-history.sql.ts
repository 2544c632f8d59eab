/** Which imports wrote a household, from what they kept of it (registry.import_household). */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

export interface ImportOfHousehold {
  id: string;
  year: number | null;
  layout: string | null;
  applied_at: Date | null;
  /** Null too where the undo left the household alone. */
  undone_at: Date | null;
  /** The import found no book. */
  is_new: boolean;
  /** Lines of the import's list of differences about the household; 0: none are kept. */
  changes: number;
}

/** Newest first. */
export async function listImportsOf(
  tx: Tx,
  county: string,
  householdId: string,
  limit: number,
): Promise<ImportOfHousehold[]> {
  const result = await sql<ImportOfHousehold>`
    select b.id, b.year, b.layout, b.applied_at, i.is_new, case when i.left_alone is null then b.undone_at end as undone_at,
      (select count(*)::int from registry.import_difference d where d.county_code = b.county_code and d.import_id = b.id
        and d.kind = 'changed' and d.register_no = i.register_no) as changes
    from registry.import_batch b
    cross join lateral (select register_no, left_alone, left_alone is not distinct from 'created' as is_new
      from registry.import_household where county_code = b.county_code and import_id = b.id
        and household_id = ${householdId}::uuid) i
    where b.county_code = ${county} and b.applied_at is not null
    order by b.applied_at desc, b.id desc limit ${limit}`.execute(tx);
  return result.rows;
}
