/** What the worker does once a day without being asked: one line a chore, each a call into the module that knows how. */
import { systemWork, wholeCountryCode } from "../../domain/access/system-work.ts";
import { purgeTaskFiles } from "../../platform/jobs/task-file.service.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";

/** By name, as the queue keeps it. Each runs in one transaction that sees the whole country. */
export function dailyChores(database: Database, clock: Clock): Record<string, () => Promise<void>> {
  return {
    "task.purge-files": () =>
      systemWork(database, wholeCountryCode, clock.now(), ({ tx, now }) => purgeTaskFiles(tx, now)),
  };
}
