import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { createScratchDatabase, testServer } from "./database.ts";

const scratch = await createScratchDatabase();
afterAll(() => scratch.drop());

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("the owner can make a schema and a table, the app role cannot", async () => {
  await query(scratch.ownerUrl, "create schema house; create table house.room (name text)");
  await expect(query(scratch.appUrl, "create schema mine")).rejects.toThrow(/permission denied/);
  await expect(query(scratch.appUrl, "create table public.mine (name text)")).rejects.toThrow(
    /permission denied/,
  );
  await expect(query(scratch.appUrl, "select * from house.room")).rejects.toThrow(/permission denied/);
});

test("neither role has a right that would bypass row-level security", async () => {
  const rows = await query(
    testServer().superuserUrl,
    `select rolname, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as mighty, rolcanlogin
       from pg_roles where rolname in ('jingzhun_owner', 'jingzhun_app') order by 1`,
  );
  expect(rows).toEqual([
    { rolname: "jingzhun_app", mighty: false, rolcanlogin: true },
    { rolname: "jingzhun_owner", mighty: false, rolcanlogin: true },
  ]);
});

test("a scratch database holds Chinese text and sorts it by code point", async () => {
  const rows = await query(
    scratch.appUrl,
    "select v from (values ('乡'), ('z'), ('县')) as t (v) order by v",
  );
  expect(rows).toEqual([{ v: "z" }, { v: "乡" }, { v: "县" }]);
});

test("tests run in a zone that is neither UTC nor Chinese time", () => {
  expect(new Date("2020-01-01T00:00:00Z").getTimezoneOffset()).toBe(420);
});
