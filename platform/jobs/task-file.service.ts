/** Files that tasks make: kept sealed for the person who asked for them, until they are too old. */
import type { Tx } from "../db/database.ts";
import { cellName } from "../secrets/envelope.ts";
import { secrets } from "../secrets/secrets.ts";
import * as store from "./task-file.sql.ts";

/** Days that a file waits to be fetched. */
export const taskFileDays = 7;

export interface TaskFile {
  /** Of the task that made it. */
  id: string;
  /** 12 digits: who acts outside it does not find the file. */
  areaCode: string;
  /** Who asked for it: nobody else fetches it. */
  personId: string;
  name: string;
  bytes: Buffer;
}

function oldestKept(now: Date): Date {
  return new Date(now.getTime() - taskFileDays * 86_400_000);
}

/** Deletes the files of the transaction's area that nobody may fetch any more. */
export async function purgeTaskFiles(tx: Tx, now: Date): Promise<void> {
  await store.deleteFilesBefore(tx, oldestKept(now));
}

/** Seals the file and keeps it for a week. */
export async function keepTaskFile(
  tx: Tx,
  now: Date,
  { id, areaCode, personId, name, bytes }: TaskFile,
): Promise<void> {
  await store.insertFile(tx, {
    id,
    area_code: areaCode,
    person_id: personId,
    file_name: name,
    file_cipher: secrets().envelope.seal(bytes, fileCell(id)),
    created_at: now,
  });
}

/** Undefined when the task made none, made it for somebody else, or too long ago. */
export async function findTaskFile(
  tx: Tx,
  now: Date,
  { id, personId }: Pick<TaskFile, "id" | "personId">,
): Promise<Omit<TaskFile, "personId"> | undefined> {
  const row = await store.findFile(tx, { id, personId, oldest: oldestKept(now) });
  if (!row) return undefined;
  const bytes = secrets().envelope.open(row.file_cipher, fileCell(id));
  return { id, areaCode: row.area_code, name: row.file_name, bytes };
}

function fileCell(id: string): string {
  return cellName("job.task_file.file_cipher", "", id);
}
