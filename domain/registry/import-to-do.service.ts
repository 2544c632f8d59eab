/** Imports that wait for somebody: to be applied, or to be sent again with what was rejected. */
import { type Work, scopeOf } from "../access/work.ts";
import type { ImportToDo } from "./import-to-do.contract.ts";
import { type ImportToDoRow, listReady, listWithRejects } from "./import-to-do.sql.ts";

const mostShown = 20;

/** Everybody's in the actor's area: whoever may apply an import may apply another's. */
export async function listImportsToApply(work: Work): Promise<ImportToDo[]> {
  const rows = await listReady(work.tx, scopeOf(work.actor.areaCode), mostShown);
  return rows.map(present);
}

/** The actor's own. */
export async function listImportsToFix(work: Work): Promise<ImportToDo[]> {
  const { areaCode, personId } = work.actor;
  const rows = await listWithRejects(work.tx, scopeOf(areaCode), personId, mostShown);
  return rows.map(present);
}

function present(row: ImportToDoRow): ImportToDo {
  return {
    county: row.county_code,
    id: row.id,
    fileName: row.file_name,
    year: row.year,
    rejected: row.rejected,
    isUnmapped: row.state === "unmapped",
    createdAt: row.created_at.toISOString(),
  };
}
