/**
 * What the worker does with an uploaded file: reads it and keeps the preview, writes what was looked at, and lets go of what
 * broke off.
 */
import { taskProblems } from "../../platform/jobs/task.problems.ts";
import { Problem } from "../../platform/problem.ts";
import type { Work } from "../access/work.ts";
import { undoableUntil } from "./book-years.ts";
import { startReading, written } from "./import-batch.service.ts";
import {
  type ImportKey,
  ImportPreview,
  type ImportToApply,
  type UndoCounts,
  type UnreadSheet,
} from "./import.contract.ts";
import { keepEffects, openCorrections } from "./import-correction.service.ts";
import * as correctionStore from "./import-correction.sql.ts";
import {
  type FileReader,
  type ReportStep,
  type TakenBatch,
  readBatch,
  takeBatch,
} from "./import-file.service.ts";
import { keepDifferences } from "./import-difference.service.ts";
import { mappingsOf, rememberedMappings } from "./import-mapping.service.ts";
import { keepRejects, noteNamed } from "./import-reject.service.ts";
import { type ImportProblemCode, importProblems } from "./import.problems.ts";
import { type ComparedImport, compareImport, endOfReading, writeImport } from "./import.service.ts";
import { receiptOf } from "./import/told-places.ts";
import { countHouseholds } from "./import-undo.sql.ts";
import * as store from "./import.sql.ts";
import type { ReadRegister, ReadSheet } from "./reading.contract.ts";
import { findField } from "./reading-fields.ts";
import type { ReadingProblemCode } from "./reading.problems.ts";
import type { RegisterListener } from "./register-listener.ts";

const unheard: ReportStep = () => Promise.resolve();

/**
 * For the worker: reads the file and keeps the preview, or the reason why it was refused. Without anything to write the import
 * has ended.
 * @returns the reason, so that the task ends with it once it is kept
 */
export async function readAndPreview(
  work: Work,
  key: ImportKey,
  readFile: FileReader,
  report: ReportStep = unheard,
): Promise<Problem | undefined> {
  const batch = await takeBatch(work, key, "reading");
  if (!batch) return undefined;
  try {
    const remembered = await rememberedMappings(work, key.county, batch.areaCode);
    const corrections = await openCorrections(work, key);
    const { mappings } = remembered;
    const read = await readBatch(key, batch, { readFile, report, mappings, corrections, mayBeMapped: true });
    const unread_sheets = JSON.stringify(unreadSheets(read, remembered.mappedAt));
    await store.updateBatch(work.tx, key, { layout: read.layout, unread_sheets });
    if (read.sheets.length === 0) await waitForColumns(work, key, batch.areaCode);
    else await keepPreview(work, key, { batch, read, report, mappedAt: remembered.mappedAt });
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const isLost = !brokenOff.has(error.code);
    if (isLost) await correctionStore.updateCorrections(work.tx, key, { value_cipher: null });
    const end = isLost ? { state: "refused", file_cipher: null } : { state: "failed" };
    await store.updateBatch(work.tx, key, { ...end, problem: written(error) });
    return error;
  }
}

/** Nothing could be read: what was found with other columns no longer holds. */
async function waitForColumns(work: Work, key: ImportKey, areaCode: string): Promise<void> {
  await keepDifferences(work, key, areaCode, []);
  await keepRejects(work, key, areaCode, { rejected: [], outside: [], remarks: [] });
  await noteNamed(work, key, { households: [], rejects: [] });
  await store.updateBatch(work.tx, key, { state: "unmapped", preview: null, undo: null, problem: null });
}

/**
 * Compares what was read and keeps it to be looked at.
 * @throws Problem import.no-rows, import.year-needed, import.year-odd
 */
async function keepPreview(
  work: Work,
  key: ImportKey,
  { batch, read, report, mappedAt }: ReadFile,
): Promise<void> {
  if (read.rowsRead === 0 && read.unread.length === 0) throw importProblems["import.no-rows"]();
  await report("compare", 0, read.households.length);
  const found = await compareImport(work, read, batch.file);
  await keepDifferences(work, key, batch.areaCode, found.plans);
  await keepRejects(work, key, batch.areaCode, found.preview);
  const preview = withMappedAt(found.preview, mappedAt);
  const end = endOfReading(preview, read.unread.length);
  await correctionStore.updateCorrections(work.tx, key, { is_checked: true });
  if (end.state === "unchanged")
    await correctionStore.updateCorrections(work.tx, key, { value_cipher: null });
  await store.updateBatch(work.tx, key, {
    ...end,
    year: preview.year,
    undo: JSON.stringify(undoForeseen(found)),
    preview: JSON.stringify(receiptOf(preview)),
  });
  await noteNamed(work, key, read);
}

/** What undoing could restore, were the file written now. */
function undoForeseen({ preview: { created, updated }, plans }: ComparedImport): UndoCounts {
  const restorable = plans.reduce((sum, plan) => sum + plan.undoable, 0);
  return { restorable, others: created + updated - restorable, restored: null, left: null };
}

interface ReadFile {
  batch: TakenBatch;
  read: ReadRegister;
  report: ReportStep;
  mappedAt: ReadonlyMap<string, Date>;
}

/** Sheets that wait for somebody to say which of their columns hold what they need. */
function unreadSheets({ unread }: ReadRegister, mappedAt: ReadonlyMap<string, Date>): UnreadSheet[] {
  return unread.map((sheet) => ({
    ...whenMapped(sheet, mappedAt),
    layout: sheet.layout,
    missing: sheet.missing.flatMap((key) => findField(key) ?? []).map(({ key, title }) => ({ key, title })),
  }));
}

/** The machine's fault as likely as the file's: the file is kept and can be read again. */
const brokenOff: ReadonlySet<string> = new Set<ReadingProblemCode>([
  "reading.stopped",
  "reading.out-of-memory",
  "reading.too-slow",
]);

/** For the worker: writes the good rows; the register may have changed since the preview, so it is compared again. */
export async function applyBatch(
  work: Work,
  { identityDigest, ...key }: ImportToApply,
  readFile: FileReader,
  listener: RegisterListener,
  report: ReportStep = unheard,
): Promise<void> {
  const batch = await takeBatch(work, key, "applying");
  if (!batch) return;
  const seen = ImportPreview.parse(batch.preview);
  const corrections = await openCorrections(work, key, { checkedOnly: true });
  const how = { readFile, report, mappings: mappingsOf(seen), corrections };
  const read = await readBatch(key, batch, how);
  await report("write", 0, read.households.length);
  const file = { ...batch.file, identityDigest, corrected: corrections.length, undoableIn: batch.areaCode };
  const result = await writeImport(work, read, file, listener, () => key.id);
  await keepDifferences(work, key, batch.areaCode, result.plans);
  await keepRejects(work, key, batch.areaCode, result.preview);
  await keepEffects(work, key, read.corrected, result);
  const mappedAt = new Map(seen.sheets.map((sheet) => [sheet.fingerprint, sheet.mappedAt]));
  await store.updateBatch(work.tx, key, {
    state: "applied",
    preview: JSON.stringify(receiptOf(withMappedAt(result.preview, mappedAt))),
    problem: null,
    file_cipher: null,
    applied_at: work.now,
    undo: JSON.stringify(await countUndoable(work, key)),
    undoable_until: undoableUntil(work.now),
  });
  await correctionStore.updateCorrections(work.tx, key, { value_cipher: null });
}

async function countUndoable(work: Work, key: ImportKey): Promise<{ restorable: number; others: number }> {
  const { restored: restorable, others } = await countHouseholds(work.tx, key);
  return { restorable, others };
}

/**
 * For the worker, when reading or applying failed and nothing was written: the import waits for another try, with the
 * reason. Applying that met a problem can be repeated as it is, with a fresh preview when the one that was looked at no
 * longer holds; what broke off for reasons unknown is read again.
 */
export async function releaseBatch(
  work: Work,
  { county, id }: ImportKey,
  problem: Pick<Problem, "code" | "zh" | "en">,
): Promise<void> {
  const key = { county, id };
  if (previewOutdated.has(problem.code) && (await store.moveBatch(work.tx, key, "applying", "reading"))) {
    await store.updateBatch(work.tx, key, { problem: written(problem) });
    await startReading(work, key, work.actor.areaCode);
    return;
  }
  if (problem.code !== taskGivenUp && (await store.moveBatch(work.tx, key, "applying", "ready"))) {
    await store.updateBatch(work.tx, key, { problem: written(problem) });
    return;
  }
  for (const state of ["reading", "applying"]) {
    if (!(await store.moveBatch(work.tx, key, state, "failed"))) continue;
    await store.updateBatch(work.tx, key, { problem: written(importProblems["import.broken-off"]()) });
  }
}

/** What was looked at is no longer so: the file is read and compared anew. */
const previewOutdated: ReadonlySet<string> = new Set<ImportProblemCode>([
  "import.identity-changes-unconfirmed",
  "import.identity-changes-differ",
]);

const taskGivenUp = taskProblems["task.given-up"]().code;

/** Says of the sheets that a person mapped when that was. */
function withMappedAt(
  preview: ImportPreview,
  mappedAt: ReadonlyMap<string, Date | string | null>,
): ImportPreview {
  return { ...preview, sheets: preview.sheets.map((sheet) => whenMapped(sheet, mappedAt)) };
}

function whenMapped<Sheet extends ReadSheet>(
  sheet: Sheet,
  mappedAt: ReadonlyMap<string, Date | string | null>,
): Sheet & { mappedAt: string | null } {
  const at = sheet.columns.some(({ isChosen }) => isChosen) ? mappedAt.get(sheet.fingerprint) : null;
  return { ...sheet, mappedAt: at ? new Date(at).toISOString() : null };
}
