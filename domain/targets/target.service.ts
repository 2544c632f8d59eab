/** Targets of a place with the register's count beside, and their entry by file. */
import { type Work, requireArea } from "../access/work.ts";
import { recordAudit } from "../audit/event.service.ts";
import { findWholeCounts } from "../verdicts/figures/figure.service.ts";
import { targetKinds } from "./target-kind.ts";
import type { Target, TargetsOfArea } from "./target.contract.ts";
import { type TargetLine, readTargetTable } from "./target-table.ts";
import { type TargetRow, listTargetRows, saveTarget } from "./target.sql.ts";

/** All targets of a place, by year. @throws Problem access.outside-area */
export async function listTargets(work: Work, areaCode: string): Promise<TargetsOfArea> {
  requireArea(work.actor, areaCode);
  const rows = await listTargetRows(work.tx, areaCode);
  const targets: Target[] = [];
  for (const year of new Set(rows.map((row) => row.year))) {
    // A part of the counties beside the plan of the whole would be a far too small number.
    const counts = await findWholeCounts(work, areaCode, year);
    for (const kind of targetKinds) {
      const row = rows.find((one) => one.year === year && one.kind === kind.id);
      if (row) targets.push(present(row, kind, kind.system && (counts?.[kind.system] ?? null)));
    }
  }
  return { area: areaCode, targets, totals: totalsOf(targets) };
}

function present(row: TargetRow, kind: Pick<Target, "title" | "unit">, system: number | null): Target {
  return {
    year: row.year,
    kind: row.kind,
    title: kind.title,
    unit: kind.unit,
    planned: row.planned,
    system,
    split: row.split,
    document: row.document,
    documentDate: row.document_date,
    quote: row.quote,
  };
}

/** Persons are integers, so 6000 + 7539 + 7000 is 20539 (design law 9). */
function totalsOf(targets: readonly Target[]): TargetsOfArea["totals"] {
  return targetKinds.flatMap(({ id, title, unit }) => {
    const same = targets.filter((target) => target.kind === id);
    if (same.length < 2) return [];
    const planned = same.reduce((sum, target) => sum + target.planned, 0);
    return [{ kind: id, title, unit, planned, years: same.map((target) => target.year) }];
  });
}

/** The targets that the sources of the demo state, each with its sentence. */
export const demoTargets = new URL("../../db/seed/demo-targets.csv", import.meta.url);

/**
 * Enters a table of targets (CSV), all or nothing; the same table twice changes nothing.
 * @returns how many targets the table has
 * @throws Problem target.damaged-table, target.bad-table, target.unknown-kind, access.outside-area
 */
export async function importTargets(work: Work, csvPath: string | URL): Promise<number> {
  let count = 0;
  for await (const line of readTargetTable(csvPath)) {
    requireArea(work.actor, line.area);
    await enterTarget(work, line);
    count++;
  }
  return count;
}

/** A target that changes leaves its former number and document in the record; one that is the same leaves nothing. */
async function enterTarget(work: Work, line: TargetLine): Promise<void> {
  const { area, document_date, split, ...rest } = line;
  const row = {
    ...rest,
    area_code: area,
    split: split === "yes",
    document_date: document_date === "" ? null : document_date,
  };
  const before = (await listTargetRows(work.tx, area)).find(
    (one) => one.year === row.year && one.kind === row.kind,
  );
  if (before && isSameTarget(before, row)) return;
  await saveTarget(work.tx, { ...row, entered_at: work.now });
  await recordAudit(
    work,
    "target.import",
    { kind: "target", id: `${area}/${row.year}/${row.kind}`, area },
    {
      planned: row.planned,
      document: row.document,
      formerPlanned: before?.planned ?? null,
      formerDocument: before?.document ?? null,
      formerQuote: before?.quote ?? null,
    },
  );
}

function isSameTarget(before: TargetRow, row: Omit<TargetRow, "entered_at">): boolean {
  return (
    before.planned === row.planned &&
    before.split === row.split &&
    before.document === row.document &&
    before.document_date === row.document_date &&
    before.quote === row.quote
  );
}
