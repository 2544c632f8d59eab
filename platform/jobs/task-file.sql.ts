/** Table job.task_file: sealed files that wait to be fetched. */
import type { Insertable, Selectable } from "kysely";
import type { JobTaskFile } from "../../db/tables.ts";
import type { Tx } from "../db/database.ts";

export async function insertFile(tx: Tx, row: Insertable<JobTaskFile>): Promise<void> {
  await tx.insertInto("job.task_file").values(row).execute();
}

export async function deleteFilesBefore(tx: Tx, day: Date): Promise<void> {
  await tx.deleteFrom("job.task_file").where("created_at", "<", day).execute();
}

/** Only the person's own, and none that is older. */
export async function findFile(
  tx: Tx,
  { id, personId, oldest }: { id: string; personId: string; oldest: Date },
): Promise<Selectable<JobTaskFile> | undefined> {
  return tx
    .selectFrom("job.task_file")
    .selectAll()
    .where("id", "=", id)
    .where("person_id", "=", personId)
    .where("created_at", ">=", oldest)
    .executeTakeFirst();
}
