/** Households as a file: masked like the list, all that the filters leave or nothing, and recorded with filters and rows. */
import { findTaskFile, keepTaskFile, taskFileDays } from "../../../platform/jobs/task-file.service.ts";
import { startWork } from "../../../platform/jobs/task.service.ts";
import { xlsxOf } from "../../../platform/table-file.ts";
import { recordAudit } from "../../audit/event.service.ts";
import { type Work, requireArea } from "../../access/work.ts";
import { getDivisionTree } from "../../registry/division.service.ts";
import { getNewestBookYear } from "../evaluation/evaluation.service.ts";
import { namedInFilters } from "./filter-words.ts";
import type {
  HouseholdExportInput,
  HouseholdExportKey,
  StartedHouseholdExport,
} from "./household-export.contract.ts";
import { householdExportProblems } from "./household-export.problems.ts";
import { householdHead, householdTable } from "./household-table.ts";

export const householdExportTask = "household.export";

const mostRows = 100_000;

/** @throws Problem access.outside-area, verdict.no-book, verdict.unknown-rule, verdict.unknown-period */
export async function startHouseholdExport(
  work: Work,
  { areaCode, filters }: HouseholdExportInput,
): Promise<StartedHouseholdExport> {
  requireArea(work.actor, areaCode);
  // Whoever asks for what is not there hears so at once and not from a task that failed.
  await namedInFilters(work, filters);
  // A book that comes later must not change what was asked for.
  const year = filters.year ?? (await getNewestBookYear(work, areaCode));
  const input: HouseholdExportInput = { areaCode, filters: { ...filters, year } };
  const { personId } = work.actor;
  return {
    taskId: await startWork(work.tx, work.now, { kind: householdExportTask, areaCode, personId, input }),
  };
}

interface ExportTask {
  /** Of the task: the file is found by it. */
  id: string;
  personId: string;
  input: HouseholdExportInput;
}

/**
 * Makes the file in the worker.
 * @returns how many households it holds
 * @throws Problem household.export-too-many
 */
export async function runHouseholdExport(
  work: Work,
  { id, personId, input }: ExportTask,
  report: (rows: number) => Promise<void>,
): Promise<{ rows: number }> {
  const { areaCode, filters } = input;
  const { name } = await getDivisionTree(work, areaCode);
  const count = { rows: 0 };
  const table = householdTable(work, input, async (rows) => {
    count.rows = rows;
    if (rows > mostRows) throw householdExportProblems["household.export-too-many"]({ most: mostRows });
    await report(rows);
  });
  const bytes = await xlsxOf("户", householdHead, table);
  const file = { id, areaCode, personId, name: `${name}${filters.year ?? ""}年户列表.xlsx`, bytes };
  await keepTaskFile(work.tx, work.now, file);
  await recordAudit(
    work,
    "household.export",
    { kind: "household-export", id, area: areaCode },
    { rows: count.rows, filters: JSON.stringify(filters) },
  );
  return { rows: count.rows };
}

/** @throws Problem access.outside-area, household.export-not-found */
export async function getHouseholdExport(
  work: Work,
  { area, id }: HouseholdExportKey,
): Promise<{ name: string; bytes: Buffer }> {
  requireArea(work.actor, area);
  const file = await findTaskFile(work.tx, work.now, { id, personId: work.actor.personId });
  if (file?.areaCode !== area)
    throw householdExportProblems["household.export-not-found"]({ days: taskFileDays });
  return file;
}
