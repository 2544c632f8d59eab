/**
 * A migrated database that remembers where each table would be placed on Citus: `app_place` does nothing on plain
 * PostgreSQL, so here it is replaced, right after the migration that makes it, by one that writes down its calls.
 */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll } from "vitest";
import { createScratchDatabase } from "../database.ts";

const folder = join(import.meta.dirname, "../../db/migrations");

const recorder = `
  create table public.placement (target text, how text);
  create or replace function public.app_place(target regclass, how text) returns void language sql as $$
    insert into public.placement values (target::text, how)
  $$`;

/** Returns a function that asks the catalogue as the owner; the database is dropped after the tests of the file. */
export async function placedDatabase(): Promise<<Row>(query: string, values?: unknown[]) => Promise<Row[]>> {
  const scratch = await createScratchDatabase();
  const client = new pg.Client({ connectionString: scratch.ownerUrl });
  await client.connect();
  afterAll(async () => {
    await client.end();
    await scratch.drop();
  });
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  for (const [position, name] of names.entries()) {
    await client.query(await readFile(join(folder, name), "utf8"));
    if (position === 0) await client.query(recorder);
  }
  return async <Row>(query: string, values: unknown[] = []) => {
    const result = await client.query(query, values);
    return result.rows as Row[];
  };
}
