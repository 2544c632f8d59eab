/**
 * A file from the browser into the register: uploaded and sealed, read by the worker, looked at, applied by the worker. The
 * file is kept until it is applied or refused.
 */
import { createHash } from "node:crypto";
import { newId } from "../../platform/id.ts";
import { taskProblems } from "../../platform/jobs/task.problems.ts";
import { startWork } from "../../platform/jobs/task.service.ts";
import { Problem } from "../../platform/problem.ts";
import { secrets } from "../../platform/secrets/secrets.ts";
import { recordAudit } from "../audit/event.service.ts";
import { type Work, areaPrefix, can, scopeOf } from "../access/work.ts";
import {
  ImportBatch,
  type ImportKey,
  ImportPreview,
  ImportState,
  type ImportStep,
  type ImportToApply,
  type ImportList,
  RegisterLayout,
} from "./import.contract.ts";
import { requireConfirmed } from "./import/identity-change.ts";
import { type ImportProblemCode, importProblems } from "./import.problems.ts";
import { type ImportFile, endOfReading, previewImport, receiptOf, writeImport } from "./import.service.ts";
import * as store from "./import.sql.ts";
import type { ReadRegister } from "./reading.contract.ts";
import type { RegisterFile } from "./reading/open.ts";
import type { ReadingProblemCode } from "./reading.problems.ts";
import type { RegisterListener } from "./register-listener.ts";
import { importFileCell } from "./sealed-cells.ts";

export const previewTask = "import.preview";
export const applyTask = "import.apply";

/** How a file is read: in a process of its own, since it comes from outside. */
export type FileReader = (
  file: RegisterFile,
  options: { year?: number; onProgress?: (rowsRead: number) => void },
) => Promise<ReadRegister>;

/** Told how far reading, comparing and writing are; `total` is 0 while it is not known. */
export type ReportStep = (step: ImportStep, done: number, total: number) => Promise<void>;

const unheard: ReportStep = () => Promise.resolve();

export interface Upload {
  fileName: string;
  bytes: Buffer;
  year?: number | undefined;
}

/** Keeps the file sealed and starts reading it. @throws Problem import.county-needed */
export async function uploadImport(work: Work, { fileName, bytes, year }: Upload): Promise<ImportBatch> {
  const { areaCode, personId } = work.actor;
  if (areaPrefix(areaCode).length < 6) throw importProblems["import.county-needed"]();
  const key = { county: areaCode.slice(0, 6), id: newId(work.now) };
  await store.insertBatch(work.tx, {
    county_code: key.county,
    id: key.id,
    area_code: areaCode,
    person_id: personId,
    file_name: fileName,
    file_hash: createHash("sha256").update(bytes).digest(),
    file_cipher: secrets().envelope.seal(bytes, importFileCell(key.county, key.id)),
    year: year ?? null,
    state: "reading",
    created_at: work.now,
  });
  await recordAudit(
    work,
    "import.create",
    { kind: "import", id: key.id, area: areaCode },
    { bytes: bytes.length },
  );
  await startWork(work.tx, work.now, { kind: previewTask, areaCode, personId, input: key });
  return getImport(work, key);
}

/** @throws Problem import.not-found */
export async function getImport(work: Work, key: ImportKey): Promise<ImportBatch> {
  const row = await store.findBatch(work.tx, key);
  if (!row) throw importProblems["import.not-found"]();
  return present(work, row, row.preview);
}

const shownImports = 100;

/** The newest imports of the actor's area, without their previews. */
export async function listImports(work: Work): Promise<ImportList> {
  const scope = scopeOf(work.actor.areaCode);
  const rows = await store.listBatches(work.tx, scope.areaLow, scope.areaHigh, shownImports);
  return { imports: rows.map((row) => present(work, row, null)) };
}

/**
 * Starts applying what was looked at.
 * @throws Problem import.not-found, import.not-ready, import.identity-changes-unconfirmed, import.identity-changes-differ
 */
export async function startApplying(work: Work, input: ImportToApply): Promise<ImportBatch> {
  const { identityDigest, ...key } = input;
  const row = await store.findBatch(work.tx, key);
  if (!row) throw importProblems["import.not-found"]();
  if (row.state === "ready") {
    const { identityChangeCount: count, identityDigest: digest } = ImportPreview.parse(row.preview);
    requireConfirmed({ count, digest }, identityDigest);
  }
  if (!(await store.moveBatch(work.tx, key, "ready", "applying"))) {
    throw importProblems["import.not-ready"]({ state: row.state });
  }
  // The rows belong where the uploader stands, whoever confirms.
  const { personId } = work.actor;
  await startWork(work.tx, work.now, { kind: applyTask, areaCode: row.area_code, personId, input });
  return getImport(work, key);
}

/** What stands in the way may have gone: the machine's fault, or the lock of the book. */
const restartable: ReadonlySet<string> = new Set<ImportState>(["failed", "rejected"]);

/** Reads the file of an import that broke off or had only rejects once more. @throws Problem import.not-found, import.not-failed */
export async function restartImport(work: Work, key: ImportKey): Promise<ImportBatch> {
  const row = await store.findBatch(work.tx, key);
  if (!row) throw importProblems["import.not-found"]();
  if (!restartable.has(row.state) || !(await store.moveBatch(work.tx, key, row.state, "reading"))) {
    throw importProblems["import.not-failed"]({ state: row.state });
  }
  await store.updateBatch(work.tx, key, { problem: null, preview: null });
  await startReading(work, key, row.area_code);
  await recordAudit(work, "import.restart", { kind: "import", id: key.id, area: row.area_code });
  return getImport(work, key);
}

async function startReading(work: Work, input: ImportKey, areaCode: string): Promise<void> {
  const personId = work.actor.startedBy ?? work.actor.personId;
  await startWork(work.tx, work.now, { kind: previewTask, areaCode, personId, input });
}

/**
 * For the worker: reads the file and keeps the preview, or the reason why it was refused. Without anything to write or to
 * mend the import has ended.
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
    const read = await readBatch(key, batch, readFile, report);
    await report("compare", 0, read.households.length);
    const preview = await previewImport(work, read, batch.file);
    const { recognised: layout, year } = preview;
    await store.updateBatch(work.tx, key, {
      ...endOfReading(preview),
      layout,
      year,
      preview: JSON.stringify(receiptOf(preview)),
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const end = brokenOff.has(error.code) ? { state: "failed" } : { state: "refused", file_cipher: null };
    await store.updateBatch(work.tx, key, { ...end, problem: written(error) });
    return error;
  }
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
  const read = await readBatch(key, batch, readFile, report);
  await report("write", 0, read.households.length);
  const file = { ...batch.file, identityDigest };
  const result = await writeImport(work, read, file, listener, () => key.id);
  await store.updateBatch(work.tx, key, {
    state: "applied",
    preview: JSON.stringify(receiptOf(result)),
    problem: null,
    file_cipher: null,
    applied_at: work.now,
  });
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

interface TakenBatch {
  sealed: Buffer;
  file: ImportFile;
}

/** The batch, held by this transaction, as long as it is in this state: a task that is tried twice does the work once. */
async function takeBatch(work: Work, key: ImportKey, state: string): Promise<TakenBatch | undefined> {
  const sealed = await store.findSealedFile(work.tx, key);
  const row = await store.findBatch(work.tx, key);
  if (!row) throw importProblems["import.not-found"]();
  if (row.state !== state || !sealed) return undefined;
  return { sealed, file: { year: row.year ?? undefined, fileName: row.file_name, fileHash: row.file_hash } };
}

/** Reports stand in a row, so that none of them comes after the next step has begun. */
async function readBatch(
  key: ImportKey,
  batch: TakenBatch,
  readFile: FileReader,
  report: ReportStep,
): Promise<ReadRegister> {
  let told = report("read", 0, 0);
  const onProgress = (rowsRead: number): void => void (told = told.then(() => report("read", rowsRead, 0)));
  const read = await readFile(openSealed(key, batch), { ...yearOption(batch.file), onProgress });
  await told;
  return read;
}

function yearOption({ year }: ImportFile): { year?: number } {
  return year === undefined ? {} : { year };
}

function openSealed(key: ImportKey, { sealed, file }: TakenBatch): RegisterFile {
  const bytes = secrets().envelope.open(sealed, importFileCell(key.county, key.id));
  return { name: file.fileName, bytes };
}

function written({ code, zh, en }: Pick<Problem, "code" | "zh" | "en">): string {
  return JSON.stringify({ code, zh, en });
}

function present(work: Work, row: Omit<store.BatchRow, "preview">, preview: unknown): ImportBatch {
  const state = ImportState.parse(row.state);
  return {
    county: row.county_code,
    id: row.id,
    areaCode: row.area_code,
    fileName: row.file_name,
    fileHash: row.file_hash.toString("hex"),
    layout: row.layout === null ? null : RegisterLayout.parse(row.layout),
    year: row.year,
    state,
    createdAt: row.created_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null,
    problem: ImportBatch.shape.problem.parse(row.problem ?? null),
    preview: preview === null || preview === undefined ? null : ImportPreview.parse(preview),
    can: {
      apply: state === "ready" && can(work.actor, "import.apply"),
      restart: restartable.has(state) && can(work.actor, "import.restart"),
    },
  };
}
