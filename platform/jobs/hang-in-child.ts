/** For jobs.test.ts: a worker whose handler reports one step and then never ends, so that it can be killed at its work. */
import { machineClock } from "../clock.ts";
import { openDatabase } from "../db/database.ts";
import { createLog } from "../log.ts";
import { startWorker } from "./run-worker.ts";

const appUrl = process.argv[2] ?? "";
await startWorker({
  appUrl,
  database: openDatabase(appUrl, 2),
  clock: machineClock,
  log: createLog("silent"),
  handlers: {
    "test.hang": async (_task, progress) => {
      await progress.report(1, 2, { finished: ["first"] });
      process.stdout.write("at work\n");
      return new Promise(() => undefined);
    },
  },
});
