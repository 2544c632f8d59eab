/** Starts the worker from the environment. SIGTERM and SIGINT end it between two steps; what was begun is taken up later. */
import { machineClock } from "../../platform/clock.ts";
import { readConfig } from "../../platform/config.ts";
import { assertPlainRole, openDatabase } from "../../platform/db/database.ts";
import { startWorker } from "../../platform/jobs/run-worker.ts";
import { createLog, describeError } from "../../platform/log.ts";
import { Problem, defineProblems } from "../../platform/problem.ts";
import { loadKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import { choresAtStart, dailyChores } from "./chores.ts";
import { taskFailures, taskHandlers } from "./handlers.ts";

const problems = defineProblems({
  "worker.no-database": {
    status: 500,
    zh: "没有设置 DATABASE_URL：请用 npm start 启动，或设置它。",
    en: "DATABASE_URL is not set: start with npm start, or set it.",
  },
});

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.databaseUrl) throw problems["worker.no-database"]();
  const log = createLog(config.logLevel);
  installKeys(loadKeys(config.keysFile));
  const database = openDatabase(config.databaseUrl, 4);
  await assertPlainRole(database);
  const worker = await startWorker({
    appUrl: config.databaseUrl,
    database,
    clock: machineClock,
    log,
    handlers: taskHandlers(database, machineClock),
    failures: taskFailures(database, machineClock),
    chores: dailyChores(database, machineClock),
    choresAtStart,
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void worker.stop());
  log.info("working");
  await worker.ended.finally(() => database.close());
}

main().catch((error: unknown) => {
  const said = error instanceof Problem ? `${error.zh}\n${error.en}` : JSON.stringify(describeError(error));
  process.stderr.write(`${said}\n`);
  process.exit(1);
});
