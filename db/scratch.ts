/** A migrated database for looking at: the generated files are made from it. It lives on an embedded server below `.cache`. */
import { mkdirSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../platform/db/migrate.ts";
import { ensureDatabase } from "../platform/postgres/roles.ts";
import { startPostgres } from "../platform/postgres/start.ts";

export interface MigratedDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Drops the database and stops the server if this call started it. */
  drop(): Promise<void>;
}

const cache = join(import.meta.dirname, "../.cache");

export async function migratedDatabase(): Promise<MigratedDatabase> {
  mkdirSync(cache, { recursive: true });
  const server = await startPostgres({
    dataDir: join(cache, "scratch-postgres"),
    // Nothing here must survive a power cut.
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "64MB" },
  });
  const name = `scratch_${randomUUID().slice(0, 8)}`;
  const drop = async () => {
    await asSuperuser(server.superuserUrl, async (client) => {
      await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    });
    await server.stop();
  };
  const ownerUrl = onDatabase(server.ownerUrl, name);
  await asSuperuser(server.superuserUrl, (client) => ensureDatabase(client, name));
  try {
    await migrate(ownerUrl);
  } catch (error) {
    await drop();
    throw error;
  }
  return { ownerUrl, appUrl: onDatabase(server.appUrl, name), drop };
}

function onDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

async function asSuperuser(superuserUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
