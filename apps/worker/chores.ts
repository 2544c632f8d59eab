/** What the worker does once a day without being asked: one line a chore, each a call into the module that knows how. */
import { systemWork, wholeCountryCode } from "../../domain/access/system-work.ts";
import { dropUndo, listUndoOver } from "../../domain/registry/import-undo.service.ts";
import { indexNames } from "../../domain/registry/name-index.service.ts";
import { evaluateWithdrawn } from "../../domain/verdicts/evaluation/evaluation-run.service.ts";
import type { Chore } from "../../platform/jobs/run-worker.ts";
import { purgeTaskFiles } from "../../platform/jobs/task-file.service.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";

/** Those that a new version of the program may have work for. */
export const choresAtStart = ["registry.index-names", "verdict.evaluate-withdrawn"];

/** By name, as the queue keeps it. Each transaction sees the whole country. */
export function dailyChores(database: Database, clock: Clock): Record<string, Chore> {
  return {
    "task.purge-files": () =>
      systemWork(database, wholeCountryCode, clock.now(), ({ tx, now }) => purgeTaskFiles(tx, now)),
    // One import a transaction: what a large one kept is much to delete.
    "import.drop-undo": async (signal) => {
      const over = await systemWork(database, wholeCountryCode, clock.now(), listUndoOver);
      for (const key of over) {
        if (signal.aborted) return;
        await systemWork(database, wholeCountryCode, clock.now(), (work) => dropUndo(work, key));
      }
    },
    "registry.index-names": async (signal) => {
      let indexed: number;
      do {
        indexed = await systemWork(database, wholeCountryCode, clock.now(), indexNames);
      } while (indexed > 0 && !signal.aborted);
    },
    // Figures that a migration has withdrawn, whichever way it was run.
    "verdict.evaluate-withdrawn": async () => {
      await systemWork(database, wholeCountryCode, clock.now(), evaluateWithdrawn);
    },
  };
}
