import { readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeSchema } from "../../db/schema-text.ts";
import { describeTables } from "../../db/table-types.ts";
import { migrate } from "../../platform/db/migrate.ts";
import { type ScratchDatabase, createScratchDatabase } from "../database.ts";

const stale = "the committed file is stale: run npm run generate";

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await createScratchDatabase();
  await migrate(scratch.ownerUrl);
});
afterAll(() => scratch.drop());

test("db/tables.ts says what the migrations make", async () => {
  expect((await describeTables(scratch.ownerUrl)) === (await committed("tables.ts")), stale).toBe(true);
});

test("db/schema.sql says what the migrations make", async ({ skip }) => {
  // It is written as PostgreSQL 18 prints it; older servers word views and defaults in their own way.
  skip((await serverMajor()) < 18, "only PostgreSQL 18 prints the schema as committed");
  expect((await describeSchema(scratch.ownerUrl)) === (await committed("schema.sql")), stale).toBe(true);
});

function committed(name: string): Promise<string> {
  return readFile(new URL(`../../db/${name}`, import.meta.url), "utf8");
}

async function serverMajor(): Promise<number> {
  const client = new pg.Client({ connectionString: scratch.ownerUrl });
  await client.connect();
  const result = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int / 10000 as version",
  );
  await client.end();
  return result.rows[0]?.version ?? 0;
}
