/**
 * A file from the browser into the register: uploaded and sealed, read by the worker (import-run.service.ts), looked at,
 * applied by the worker. The file is kept until it is applied or refused.
 */
import { createHash } from "node:crypto";
import { newId } from "../../platform/id.ts";
import { startWork } from "../../platform/jobs/task.service.ts";
import type { Problem } from "../../platform/problem.ts";
import { secrets } from "../../platform/secrets/secrets.ts";
import { recordAudit } from "../audit/event.service.ts";
import { namesOf } from "../access/person.service.ts";
import { areaPrefix } from "../../engines/area/area-prefix.ts";
import { type Work, can, scopeOf } from "../access/work.ts";
import {
  ImportBatch,
  type ImportClosing,
  type ImportKey,
  ImportPreview,
  ImportState,
  type ImportToApply,
  type ImportList,
  RegisterLayout,
  UndoCounts,
} from "./import.contract.ts";
import { countUnchecked } from "./import-correction.sql.ts";
import { requireConfirmed } from "./import/identity-change.ts";
import { importProblems } from "./import.problems.ts";
import * as store from "./import.sql.ts";
import { importFileCell } from "./sealed-cells.ts";

export const previewTask = "import.preview";
export const applyTask = "import.apply";

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
  return present(work, row, row, await namesIn(work, [row]));
}

const shownImports = 100;

/** The newest imports of the actor's area, without their previews. */
export async function listImports(work: Work): Promise<ImportList> {
  const scope = scopeOf(work.actor.areaCode);
  const rows = await store.listBatches(work.tx, scope.areaLow, scope.areaHigh, shownImports);
  const names = await namesIn(work, rows);
  return { imports: rows.map((row) => present(work, row, inAList, names)) };
}

/**
 * Starts applying what was looked at.
 * @throws Problem import.not-found, import.not-ready, import.identity-changes-unconfirmed, import.identity-changes-differ,
 * import.corrections-unchecked
 */
export async function startApplying(work: Work, input: ImportToApply): Promise<ImportBatch> {
  const { identityDigest, ...key } = input;
  // A correction on its way is waited for: what it says was not looked at.
  await store.holdBatch(work.tx, key);
  const row = await store.findBatch(work.tx, key);
  if (!row) throw importProblems["import.not-found"]();
  if (row.state === "ready") {
    const { identityChangeCount: count, identityDigest: digest } = ImportPreview.parse(row.preview);
    requireConfirmed({ count, digest }, identityDigest);
    const unchecked = await countUnchecked(work.tx, key);
    if (unchecked > 0) throw importProblems["import.corrections-unchecked"]({ count: unchecked });
  }
  if (!(await store.moveBatch(work.tx, key, "ready", "applying"))) {
    throw importProblems["import.not-ready"]({ state: row.state });
  }
  // The rows belong where the uploader stands, whoever confirms.
  const { personId } = work.actor;
  await store.updateBatch(work.tx, key, { applied_by: personId });
  await startWork(work.tx, work.now, { kind: applyTask, areaCode: row.area_code, personId, input });
  return getImport(work, key);
}

const mendableStates: ImportState[] = ["ready", "rejected"];

/** Looked at and not written: its cells can be put right. */
export const mendable: ReadonlySet<string> = new Set(mendableStates);

/** Looked at, or waiting for its columns: what they mean can be said otherwise, and the file is read again. */
export const mappable: ReadonlySet<string> = new Set<ImportState>(["unmapped", ...mendableStates]);

/** What stands in the way may have gone: the machine's fault, or the lock of the book. */
const restartable: ReadonlySet<string> = new Set<ImportState>(["failed", "rejected"]);

/** Reads the file of an import that broke off or had only rejects once more. @throws Problem import.not-found, import.not-failed */
export async function restartImport(work: Work, key: ImportKey): Promise<ImportBatch> {
  const row = await store.findBatch(work.tx, key);
  if (!row) throw importProblems["import.not-found"]();
  if (!restartable.has(row.state) || !(await store.moveBatch(work.tx, key, row.state, "reading"))) {
    throw importProblems["import.not-failed"]({ state: row.state });
  }
  await store.updateBatch(work.tx, key, { problem: null, preview: null, unread_sheets: "[]" });
  await startReading(work, key, row.area_code);
  await recordAudit(work, "import.restart", { kind: "import", id: key.id, area: row.area_code });
  return getImport(work, key);
}

/** Reads the file of an import that was looked at once more. @throws Problem import.not-ready */
export async function readAgain(work: Work, key: ImportKey): Promise<ImportBatch> {
  const { state, areaCode } = await getImport(work, key);
  if (!mappable.has(state) || !(await store.moveBatch(work.tx, key, state, "reading"))) {
    throw importProblems["import.not-ready"]({ state });
  }
  await store.updateBatch(work.tx, key, { problem: null });
  await startReading(work, key, areaCode);
  return getImport(work, key);
}

export async function startReading(work: Work, input: ImportKey, areaCode: string): Promise<void> {
  const personId = work.actor.startedBy ?? work.actor.personId;
  await startWork(work.tx, work.now, { kind: previewTask, areaCode, personId, input });
}

export function written({ code, zh, en }: Pick<Problem, "code" | "zh" | "en">): string {
  return JSON.stringify({ code, zh, en });
}

/** The uploader need not be reminded of what it rejected. @throws Problem import.not-found, import.not-closable */
export async function closeImport(
  work: Work,
  { reason, ...key }: ImportKey & ImportClosing,
): Promise<ImportBatch> {
  const { can: may, areaCode } = await getImport(work, key);
  if (!may.close) throw importProblems["import.not-closable"]();
  await store.updateBatch(work.tx, key, { closed_at: work.now, closed_reason: reason });
  await recordAudit(work, "import.close", { kind: "import", id: key.id, area: areaCode });
  return getImport(work, key);
}

function isRemindedOf(work: Work, row: ListedRow, { preview }: Found): boolean {
  if (row.closed_at !== null || row.person_id !== work.actor.personId) return false;
  if (row.state === "undone") return false;
  const found = preview === null ? null : ImportPreview.parse(preview);
  return row.state === "unmapped" || (found !== null && found.rejectedCount > 0);
}

/** It found values that it changed, and the time for writing them again is not over. */
export function isUndoable(
  { undoable_until, undo_dropped_at }: Pick<store.BatchRow, "undoable_until" | "undo_dropped_at">,
  undo: ImportBatch["undo"],
  now: Date,
): boolean {
  const isInTime = undo_dropped_at === null && undoable_until !== null && undoable_until >= now;
  return isInTime && undo !== null && undo.restorable > 0;
}

type Found = Pick<store.BatchRow, "preview" | "unread_sheets" | "undo">;
type ListedRow = Omit<store.BatchRow, keyof Found>;
type Names = ReadonlyMap<string, string>;

async function namesIn(work: Work, rows: readonly ListedRow[]): Promise<Names> {
  const people = rows.flatMap((row) => [row.person_id, row.applied_by, row.undone_by]);
  return namesOf(
    work,
    people.filter((id) => id !== null),
  );
}

const inAList: Found = { preview: null, unread_sheets: [], undo: null };

function present(work: Work, row: ListedRow, found: Found, names: Names): ImportBatch {
  const state = ImportState.parse(row.state);
  const { preview, unread_sheets } = found;
  const undo = UndoCounts.nullable().parse(found.undo ?? null);
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
    uploadedBy: names.get(row.person_id) ?? null,
    appliedAt: row.applied_at?.toISOString() ?? null,
    appliedBy: names.get(row.applied_by ?? "") ?? null,
    undo,
    undoUntil: row.undoable_until?.toISOString() ?? null,
    undoDropped: row.undo_dropped_at !== null,
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneBy: names.get(row.undone_by ?? "") ?? null,
    closed: row.closed_at ? { at: row.closed_at.toISOString(), reason: row.closed_reason ?? "" } : null,
    problem: ImportBatch.shape.problem.parse(row.problem ?? null),
    preview: preview === null || preview === undefined ? null : ImportPreview.parse(preview),
    unread: ImportBatch.shape.unread.parse(unread_sheets),
    can: {
      apply: state === "ready" && can(work.actor, "import.apply"),
      map: mappable.has(state) && can(work.actor, "import.map"),
      correct: mendable.has(state) && can(work.actor, "import.correct"),
      undo: state === "applied" && isUndoable(row, undo, work.now) && can(work.actor, "import.undo"),
      restart: restartable.has(state) && can(work.actor, "import.restart"),
      close: isRemindedOf(work, row, found) && can(work.actor, "import.close"),
    },
  };
}
