/**
 * Whether a database already holds what the files of this program say: a hash over all of them stands in the database, so
 * that a start that brings nothing new neither reads the policies nor compares ten thousand divisions.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import pg from "pg";

const root = join(import.meta.dirname, "../..");

/** Data, and the programs that turn rules into SQL. */
const sources = [
  "db/seed",
  "policies",
  "engines/policy",
  "domain/verdicts",
  "domain/registry/seed-divisions.ts",
];

export function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((name) => filesOf(join(root, name)))) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

// Two commands at once must not both load.
const lockKey = 4_117_021_606;

/** Runs `load` unless the database holds these sources already; other commands wait meanwhile. */
export async function loadOnce(ownerUrl: string, hash: string, load: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await client.query(
      "create table if not exists public.loaded_sources (hash text constraint loaded_sources_pk primary key)",
    );
    const known = await client.query("select from public.loaded_sources where hash = $1", [hash]);
    if (known.rowCount === 1) return;
    await load();
    await client.query("delete from public.loaded_sources");
    await client.query("insert into public.loaded_sources values ($1)", [hash]);
  } finally {
    await client.end();
  }
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
