/** Starts the HTTP server from the environment, and stops it in an orderly way on SIGTERM or SIGINT. */
import { Registry, collectDefaultMetrics } from "prom-client";
import { systemWork, wholeCountryCode } from "../../domain/access/system-work.ts";
import { prepareRules } from "../../domain/verdicts/policy/policy.service.ts";
import { machineClock } from "../../platform/clock.ts";
import { readConfig } from "../../platform/config.ts";
import { assertPlainRole, openDatabase } from "../../platform/db/database.ts";
import { createLog } from "../../platform/log.ts";
import { Problem, defineProblems } from "../../platform/problem.ts";
import { loadKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import { Demo } from "./demo.contract.ts";
import { apiRoutes } from "./routes.ts";
import { buildServer } from "./server.ts";

const problems = defineProblems({
  "server.no-database": {
    status: 500,
    zh: "没有设置 DATABASE_URL：请用 npm start 启动，或设置它。",
    en: "DATABASE_URL is not set: start with npm start, or set it.",
  },
  "server.port-taken": {
    status: 500,
    zh: "端口{port}已被占用：请换一个端口（PORT），或先停止占用它的程序。",
    en: "Port {port} is taken: choose another one (PORT), or stop the program that holds it.",
  },
});

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.databaseUrl) throw problems["server.no-database"]();
  const log = createLog(config.logLevel);
  installKeys(loadKeys(config.keysFile));
  const database = openDatabase(config.databaseUrl);
  await assertPlainRole(database);
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const app = await buildServer({
    database,
    log,
    clock: machineClock,
    routes: apiRoutes(readDemo(config.demo)),
    metrics,
  });
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= app.close().then(() => database.close()));
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
  const address = await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
    if (isPortTaken(error)) throw problems["server.port-taken"]({ port: config.port }, error);
    throw error;
  });
  log.info({ address }, "listening");
  await systemWork(database, wholeCountryCode, machineClock.now(), prepareRules).catch((error: unknown) => {
    // A house without policies yet has nothing to prepare; what else is wrong is said to whoever asks.
    if (!(error instanceof Problem)) log.warn("the rules could not be prepared");
  });
}

function readDemo(text: string | undefined): Demo | null {
  return text === undefined ? null : Demo.parse(JSON.parse(text));
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

main().catch((error: unknown) => {
  const said = error instanceof Problem ? `${error.zh}\n${error.en}` : String(error);
  process.stderr.write(`${said}\n`);
  process.exit(1);
});
