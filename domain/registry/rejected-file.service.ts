/** The rows of an import that were not taken, to be mended in Excel. They leave unmasked, so their making is on record. */
import { findTaskFile, keepTaskFile, taskFileDays } from "../../platform/jobs/task-file.service.ts";
import { startWork } from "../../platform/jobs/task.service.ts";
import { recordAudit } from "../audit/event.service.ts";
import type { Work } from "../access/work.ts";
import { getImport, mendable } from "./import-batch.service.ts";
import { type ImportKey, ImportPreview } from "./import.contract.ts";
import { openCorrections } from "./import-correction.service.ts";
import { type FileReader, type ReportStep, lookAtBatch, readBatch } from "./import-file.service.ts";
import { mappingsOf } from "./import-mapping.service.ts";
import { listAllRejects } from "./import-reject.service.ts";
import { importProblems } from "./import.problems.ts";
import type { RejectedFileKey, StartedRejectedFile } from "./rejected-file.contract.ts";
import { rejectedWorkbook, rowsOf } from "./rejected-rows.ts";

export const rejectedFileTask = "import.open-rejected";

/** @throws Problem import.not-found, import.not-ready */
export async function startRejectedFile(work: Work, input: ImportKey): Promise<StartedRejectedFile> {
  const { state, areaCode } = await getImport(work, input);
  if (!mendable.has(state)) throw importProblems["import.not-ready"]({ state });
  const { personId } = work.actor;
  return {
    taskId: await startWork(work.tx, work.now, { kind: rejectedFileTask, areaCode, personId, input }),
  };
}

interface AskedFile {
  /** Of the task: the file is found by it. */
  id: string;
  personId: string;
  input: ImportKey;
}

/**
 * For the worker: reads the file once more and keeps the rows of the households that were not taken as they should be.
 * @returns how many rows there are
 * @throws Problem import.not-found, import.not-ready
 */
export async function makeRejectedFile(
  work: Work,
  { id, personId, input: { county, id: importId } }: AskedFile,
  readFile: FileReader,
  report: ReportStep,
): Promise<{ rows: number }> {
  const key = { county, id: importId };
  const { state } = await getImport(work, key);
  const batch = mendable.has(state) ? await lookAtBatch(work, key) : undefined;
  if (!batch) throw importProblems["import.not-ready"]({ state });
  const { sheets, year } = ImportPreview.parse(batch.preview);
  const rejected = await listAllRejects(work, key);
  const corrections = await openCorrections(work, key);
  const how = { mappings: mappingsOf({ sheets }), corrections, keep: rowsOf(rejected) };
  const { kept } = await readBatch(key, batch, { readFile, report, ...how });
  const bytes = await rejectedWorkbook(sheets, kept, rejected);
  const { areaCode } = batch;
  const name = `${year}年不合格的行.xlsx`;
  await keepTaskFile(work.tx, work.now, { id, areaCode, personId, name, bytes });
  await recordAudit(
    work,
    "import.open-rejected",
    { kind: "import", id: importId, area: areaCode },
    { rows: kept.length },
  );
  return { rows: kept.length };
}

/** @throws Problem import.not-found, import.rejected-file-not-found */
export async function getRejectedFile(
  work: Work,
  { task, ...key }: RejectedFileKey,
): Promise<{ name: string; bytes: Buffer }> {
  await getImport(work, key);
  const file = await findTaskFile(work.tx, work.now, { id: task, personId: work.actor.personId });
  if (!file) throw importProblems["import.rejected-file-not-found"]({ days: taskFileDays });
  return file;
}
