/**
 * Whether a database already holds what the program brings along: the hash of it stands in the database, so that a start
 * that brings nothing new neither reads the policies nor compares ten thousand divisions.
 */
import pg from "pg";

// Two commands at once must not both load.
const lockKey = 4_117_021_606;

/** Runs `load` unless the database holds these sources already; other commands wait meanwhile. */
export async function loadOnce(ownerUrl: string, hash: string, load: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const known = await client.query("select from public.loaded_sources where hash = $1", [hash]);
    if (known.rowCount === 1) return;
    await load();
    await client.query("delete from public.loaded_sources");
    await client.query("insert into public.loaded_sources values ($1)", [hash]);
  } finally {
    await client.end();
  }
}
