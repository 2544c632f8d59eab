/** Starts the HTTP server from the environment, and stops it in an orderly way on SIGTERM or SIGINT. */
import { Registry, collectDefaultMetrics } from "prom-client";
import { machineClock } from "../../platform/clock.ts";
import { readConfig } from "../../platform/config.ts";
import { assertPlainRole, openDatabase } from "../../platform/db/database.ts";
import { createLog } from "../../platform/log.ts";
import { apiRoutes } from "./routes.ts";
import { buildServer } from "./server.ts";

const config = readConfig(process.env);
if (!config.databaseUrl) {
  process.stderr.write(
    "缺少 DATABASE_URL；请用 npm start 启动。\nDATABASE_URL is missing: start with npm start.\n",
  );
  process.exit(1);
}
const log = createLog(config.logLevel);
const database = openDatabase(config.databaseUrl);
await assertPlainRole(database);
const metrics = new Registry();
collectDefaultMetrics({ register: metrics });
const app = await buildServer({ database, log, clock: machineClock, routes: apiRoutes(), metrics });
const address = await app.listen({ host: config.host, port: config.port });
log.info({ address }, "listening");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app.close();
  await database.close();
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
