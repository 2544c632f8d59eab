/**
 * Undoing a written import. Nothing is deleted and nobody's later work is lost: only values of households that stood in the
 * book before and did not change since are written again, as a new version with its own audit entry. Households that the
 * import created, or whose members, id numbers, helper or place it changed, are left alone and listed
 * (docs/decisions/0008-undo-of-an-import.md).
 */
import { startWork } from "../../platform/jobs/task.service.ts";
import { recordAudit } from "../audit/event.service.ts";
import type { Work } from "../access/work.ts";
import { lockBookForImport } from "./book-lock.sql.ts";
import { getImport, written } from "./import-batch.service.ts";
import { type ImportBatch, type ImportKey, UndoCounts } from "./import.contract.ts";
import { importProblems } from "./import.problems.ts";
import * as batches from "./import.sql.ts";
import { LeftAlone, type UndoPage, type UndoQuery } from "./import-undo.contract.ts";
import * as store from "./import-undo.sql.ts";
import { lockCountyForImport } from "./import/write.sql.ts";
import type { RegisterListener } from "./register-listener.ts";

export const undoTask = "import.undo";

/** @throws Problem import.not-found, import.not-undoable, import.undo-over */
export async function startUndo(work: Work, input: ImportKey): Promise<ImportBatch> {
  const { areaCode, undo, undoUntil, undoDropped } = await getImport(work, input);
  const isOver = undoDropped || (undoUntil !== null && Date.parse(undoUntil) < work.now.getTime());
  if (isOver) throw importProblems["import.undo-over"]();
  const isPossible = undo !== null && undo.restorable > 0;
  if (!isPossible || !(await batches.moveBatch(work.tx, input, "applied", "undoing")))
    throw importProblems["import.not-undoable"]();
  const { personId } = work.actor;
  await batches.updateBatch(work.tx, input, { problem: null, undone_by: personId });
  await startWork(work.tx, work.now, { kind: undoTask, areaCode, personId, input });
  return getImport(work, input);
}

/** For the worker. @throws Problem import.not-found, import.nothing-undone */
export async function undoBatch(work: Work, key: ImportKey, listener: RegisterListener): Promise<void> {
  await batches.holdBatch(work.tx, key);
  const row = await batches.findBatch(work.tx, key);
  if (!row) throw importProblems["import.not-found"]();
  if (row.state !== "undoing" || row.year === null) return;
  const { year } = row;
  await lockCountyForImport(work.tx, key.county);
  await lockBookForImport(work.tx, key.county, year);
  await store.leaveChangedAlone(work.tx, key, year);
  const { restored, others } = await store.countHouseholds(work.tx, key);
  if (restored === 0) throw importProblems["import.nothing-undone"]();
  for (const table of store.restoredTables) await store.restoreRows(work.tx, key, year, table, work.now);
  const undo = { ...UndoCounts.parse(row.undo), restored, left: others };
  await batches.updateBatch(work.tx, key, {
    state: "undone",
    undo: JSON.stringify(undo),
    undone_at: work.now,
    problem: null,
  });
  const subject = { kind: "import", id: key.id, area: row.area_code };
  await recordAudit(work, "import.undo", subject, {
    year,
    restored,
    leftAlone: others,
    hash: row.file_hash.toString("hex"),
  });
  await listener.countyChanged(work, key.county, year);
}

/** For the worker, when undoing failed: the import stays written, with the reason. */
export async function releaseUndo(
  work: Work,
  key: ImportKey,
  problem: Parameters<typeof written>[0],
): Promise<void> {
  if (!(await batches.moveBatch(work.tx, key, "undoing", "applied"))) return;
  await batches.updateBatch(work.tx, key, { problem: written(problem), undone_by: null });
}

/** Imports whose time for being undone is over while something is still kept for it, over all counties. */
export async function listUndoOver(work: Work): Promise<ImportKey[]> {
  const rows = await store.listUndoOver(work.tx, work.now);
  return rows.map(({ county_code, id }) => ({ county: county_code, id }));
}

/** Drops what an import kept, but of one that was undone the list of what was left alone, and leaves its mark in the record. */
export async function dropUndo(work: Work, key: ImportKey): Promise<void> {
  await batches.holdBatch(work.tx, key);
  const row = await batches.findBatch(work.tx, key);
  if (!row || row.undo_dropped_at !== null || row.state === "undoing") return;
  const households = await store.deleteKept(work.tx, key, { keepList: row.state === "undone" });
  await batches.updateBatch(work.tx, key, { undo_dropped_at: work.now });
  const subject = { kind: "import", id: key.id, area: row.area_code };
  await recordAudit(work, "import.drop-undo", subject, { households, hash: row.file_hash.toString("hex") });
}

/** @throws Problem import.not-found */
export async function pageOfLeftAlone(work: Work, key: ImportKey, query: UndoQuery): Promise<UndoPage> {
  await getImport(work, key);
  const rows = await store.listLeftAlone(work.tx, key, { ...query, limit: query.limit + 1 });
  const counts = await store.countLeftAlone(work.tx, key);
  const page = rows.slice(0, query.limit);
  return {
    counts: counts.map(({ left_alone, n }) => ({ reason: LeftAlone.parse(left_alone), count: n })),
    households: page.map(({ register_no, left_alone }) => ({
      registerNo: register_no,
      reason: LeftAlone.parse(left_alone),
    })),
    next: rows.length > page.length ? (page.at(-1)?.register_no ?? null) : null,
  };
}
