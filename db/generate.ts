/**
 * Writes db/tables.ts (types for Kysely) and db/schema.sql (for reading and review) from a freshly migrated database.
 * `--check` writes nothing and fails when a committed file is stale.
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { migratedDatabase } from "./scratch.ts";
import { describeSchema } from "./schema-text.ts";
import { describeTables } from "./table-types.ts";

const scratch = await migratedDatabase();
try {
  const files = {
    "tables.ts": await describeTables(scratch.ownerUrl),
    "schema.sql": await describeSchema(scratch.ownerUrl),
  };
  const stale = [];
  for (const [name, text] of Object.entries(files)) {
    const path = fileURLToPath(new URL(name, import.meta.url));
    if ((await readFile(path, "utf8").catch(() => "")) === text) continue;
    if (process.argv.includes("--check")) stale.push(`db/${name}`);
    else await writeFile(path, text);
  }
  if (stale.length > 0) {
    process.stderr.write(`Stale generated files: ${stale.join(", ")}. Run npm run generate.\n`);
    process.exitCode = 1;
  }
} finally {
  await scratch.drop();
}
