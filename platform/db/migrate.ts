/** Brings a database to the newest schema: plain SQL files in order, each in one transaction, never edited later. */
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

const folder = fileURLToPath(new URL("../../db/migrations/", import.meta.url));

// Two starts at once must not both migrate.
const lockKey = 4_117_021_604;

/** Applies what is missing, as the owner. Returns the names of the migrations that ran. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await client.query(`create table if not exists public.migration (
      name text constraint migration_pk primary key, hash text not null, applied_at timestamptz not null default now())`);
    const applied = [];
    for (const name of (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort()) {
      if (await applyOne(client, name)) applied.push(name);
    }
    const version = await versionOfQueue();
    if (applied.length > 0 || (await preparedQueue(client)) !== version)
      await prepareQueue(client, ownerUrl, version);
    return applied;
  } finally {
    await client.end();
  }
}

const queue = "graphile-worker";

/** The version of the package that is installed. */
async function versionOfQueue(): Promise<string> {
  const text = await readFile(new URL("../package.json", import.meta.resolve(queue)), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** For which version the queue was last prepared; undefined also when a start was killed before it came so far. */
async function preparedQueue(client: pg.Client): Promise<string | undefined> {
  const known = await client.query<{ hash: string }>("select hash from public.migration where name = $1", [
    queue,
  ]);
  return known.rows[0]?.hash;
}

async function applyOne(client: pg.Client, name: string): Promise<boolean> {
  const text = await readFile(folder + name, "utf8");
  const hash = createHash("sha256").update(text).digest("hex");
  const known = await client.query<{ hash: string }>("select hash from public.migration where name = $1", [
    name,
  ]);
  if (known.rows[0]) {
    if (known.rows[0].hash === hash) return false;
    throw new Error(`Migration ${name} was changed after it was applied: write a new one instead`);
  }
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into public.migration (name, hash) values ($1, $2)", [name, hash]);
    await client.query("commit");
    return true;
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${name} failed`, { cause: error });
  }
}

/** The job queue's own tables, opened to the app role (they carry row security without policies). */
async function prepareQueue(client: pg.Client, ownerUrl: string, version: string): Promise<void> {
  // Loaded only when something is new: every command comes through here.
  const { runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: ownerUrl });
  await client.query(`
    grant usage on schema graphile_worker to jingzhun_app;
    grant select, insert, update, delete on all tables in schema graphile_worker to jingzhun_app;
    grant usage on all sequences in schema graphile_worker to jingzhun_app;
    grant execute on all functions in schema graphile_worker to jingzhun_app;
    do $$ declare name text; begin
      for name in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
        execute format('drop policy if exists app_queue on graphile_worker.%I', name);
        execute format('create policy app_queue on graphile_worker.%I to jingzhun_app using (true)', name);
      end loop;
    end $$`);
  await client.query(
    `insert into public.migration (name, hash) values ($1, $2)
     on conflict (name) do update set hash = excluded.hash, applied_at = now()`,
    [queue, version],
  );
}
