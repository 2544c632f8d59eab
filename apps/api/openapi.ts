/** Writes docs/api/openapi.json from the routes. `--check` writes nothing and fails when the committed file is stale. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { machineClock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import { createLog } from "../../platform/log.ts";
import { apiRoutes } from "./routes.ts";
import { buildServer } from "./server.ts";

export const openapiFile = join(import.meta.dirname, "../../docs/api/openapi.json");

const noDatabase: Database = {
  transaction: () => Promise.reject(new Error("The description of the API needs no database")),
  close: () => Promise.resolve(),
};

export async function describeApi(): Promise<string> {
  const log = createLog("silent");
  const app = await buildServer({ database: noDatabase, log, clock: machineClock, routes: apiRoutes() });
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  return text;
}

async function main(): Promise<void> {
  const text = await describeApi();
  if ((await readFile(openapiFile, "utf8").catch(() => "")) === text) return;
  if (process.argv.includes("--check")) {
    process.stderr.write("Stale generated file: docs/api/openapi.json. Run npm run generate.\n");
    process.exitCode = 1;
    return;
  }
  await mkdir(dirname(openapiFile), { recursive: true });
  await writeFile(openapiFile, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
