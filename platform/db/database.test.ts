/** The door to PostgreSQL: scope, read-only transactions, and a connection that breaks in the middle of work. */
import { sql } from "kysely";
import pg from "pg";
import { expect, test } from "vitest";
import { createScratchDatabase, testServer } from "../../test/database.ts";
import { openDatabase, wholeCountry } from "./database.ts";

test("a connection that breaks during work rejects that work, and the next works again", async () => {
  const scratch = await createScratchDatabase();
  const database = openDatabase(scratch.appUrl, 2);
  const owner = new pg.Client({ connectionString: testServer().superuserUrl });
  await owner.connect();
  try {
    const broken = database.transaction(wholeCountry, { readOnly: true }, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await owner.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
      return sql`select pg_sleep(5)`.execute(tx);
    });
    await expect(broken).rejects.toThrow();
    const again = await database.transaction(wholeCountry, { readOnly: true }, (tx) =>
      sql<{ one: number }>`select 1 as one`.execute(tx),
    );
    expect(again.rows).toEqual([{ one: 1 }]);
  } finally {
    await owner.end();
    await database.close();
    await scratch.drop();
  }
});

test("a scope is digits only, and its transaction may not write when it is read-only", async () => {
  const scratch = await createScratchDatabase();
  const database = openDatabase(scratch.ownerUrl, 1);
  try {
    const wrong = { areaLow: "4117'; drop table x; --", areaHigh: "999999999999" };
    await expect(database.transaction(wrong, { readOnly: true }, () => Promise.resolve())).rejects.toThrow(
      "12 digits",
    );
    const write = database.transaction(wholeCountry, { readOnly: true }, (tx) =>
      sql`create table x ()`.execute(tx),
    );
    await expect(write).rejects.toMatchObject({ code: "25006" });
  } finally {
    await database.close();
    await scratch.drop();
  }
});
