/** Loads a table of the project once: again only when its file has changed. On the owner's connection. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Tx } from "../../platform/db/database.ts";
import { findSeedHash, saveSeedHash } from "./seed-table.sql.ts";

/** Calls `load` when this edition of the file was not loaded yet; returns what it returned, or undefined. */
export async function loadSeedOnce<T>(
  owner: Tx,
  csvPath: string,
  load: () => Promise<T>,
): Promise<T | undefined> {
  const hash = createHash("sha256")
    .update(await readFile(csvPath))
    .digest("hex");
  const name = basename(csvPath);
  if ((await findSeedHash(owner, name)) === hash) return undefined;
  const result = await load();
  await saveSeedHash(owner, name, hash);
  return result;
}
