/** Laws of tables: county_code leads the keys of everything big, and every foreign key is supported by an index. */
import { expect, test } from "vitest";
import { placedDatabase } from "./placed-database.ts";

const ask = await placedDatabase();

const ourTables = `
  select c.oid, c.oid::regclass::text as name, p.how from pg_class c
  join pg_namespace n on n.oid = c.relnamespace left join public.placement p on p.target = c.oid::regclass::text
  where n.nspname in ('access', 'audit', 'job', 'registry', 'targets', 'verdicts') and c.relkind in ('r', 'p')
    and not c.relispartition`;

/** Columns of constraints, in their order. */
const constraints = `
  select con.oid, t.name, t.how, con.conname, con.contype, con.confrelid::regclass::text as target, (
    select array_agg(a.attname::text order by k.place) from unnest(con.conkey) with ordinality k (attnum, place)
    join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum) as columns, (
    select array_agg(a.attname::text order by k.place) from unnest(con.confkey) with ordinality k (attnum, place)
    join pg_attribute a on a.attrelid = con.confrelid and a.attnum = k.attnum) as target_columns
  from (${ourTables}) t join pg_constraint con on con.conrelid = t.oid and con.contype in ('p', 'u', 'f')
  where con.conparentid = 0`;

interface Constraint {
  name: string;
  how: string | null;
  conname: string;
  contype: "p" | "u" | "f";
  target: string;
  columns: string[];
  target_columns: string[] | null;
}

const named = (rows: Constraint[]) => rows.map((row) => `${row.name}.${row.conname}`);

test("every table is placed exactly once, and has a primary key and a comment or an obvious name", async () => {
  const misplaced = await ask<{ name: string; times: number }>(
    `select name, count(how)::int as times from (${ourTables}) t group by name having count(how) <> 1`,
  );
  expect(misplaced).toEqual([]);
  const keyless = await ask(
    `select name from (${ourTables}) t where not exists (
      select from pg_constraint where conrelid = t.oid and contype = 'p')`,
  );
  expect(keyless).toEqual([]);
});

test("a table with a county_code is distributed by it, unless it is small and known", async () => {
  const rows = await ask<{ name: string; how: string }>(
    `select t.name, t.how from (${ourTables}) t join pg_attribute a on a.attrelid = t.oid
      and a.attname = 'county_code' and t.how <> 'county' order by t.name`,
  );
  expect(rows).toEqual([
    // Written in the transaction of each change, whatever it changes; its county only orders the record.
    { name: "audit.event", how: "local" },
    // A national id number stands once in the country, so its table is keyed by the number's index.
    { name: "registry.person_identity", how: "local" },
    { name: "verdicts.county_line", how: "reference" },
  ]);
});

test("county_code is required and leads every key of a distributed table", async () => {
  const optional = await ask(
    `select t.name from (${ourTables}) t where how = 'county' and not exists (
      select from pg_attribute where attrelid = t.oid and attname = 'county_code' and attnotnull)`,
  );
  expect(optional).toEqual([]);
  const rows = (await ask<Constraint>(constraints)).filter((row) => row.how === "county");
  expect(rows.length).toBeGreaterThan(20);
  expect(named(rows.filter((row) => row.columns[0] !== "county_code"))).toEqual([]);
});

test("a unique index of a distributed table begins with county_code too", async () => {
  const rows = await ask(
    `select i.indexrelid::regclass::text as index from (${ourTables}) t join pg_index i on i.indrelid = t.oid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where t.how = 'county' and i.indisunique and a.attname <> 'county_code'`,
  );
  expect(rows).toEqual([]);
});

test("a foreign key of a distributed table stays inside its county", async () => {
  const rows = (await ask<Constraint>(constraints)).filter(
    (row) => row.contype === "f" && row.how === "county",
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(named(rows.filter((row) => row.target_columns?.[0] !== "county_code"))).toEqual([]);
});

test("a local table points at no distributed one, and the other way round", async () => {
  const placed = new Map(
    (await ask<{ name: string; how: string }>(ourTables)).map((row) => [row.name, row.how]),
  );
  const keys = (await ask<Constraint>(constraints)).filter((row) => row.contype === "f");
  const crossing = keys.filter(
    (row) =>
      (row.how === "county") !== (placed.get(row.target) === "county") &&
      placed.get(row.target) !== "reference",
  );
  expect(named(crossing)).toEqual([]);
});

test("every foreign key has an index that begins with its columns", async () => {
  const keys = (await ask<Constraint>(constraints)).filter((row) => row.contype === "f");
  const indexes = await ask<{ name: string; columns: string[] }>(
    `select t.name, (select array_agg(a.attname::text order by k.place)
        from unnest(i.indkey::int[]) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum) as columns
      from (${ourTables}) t join pg_index i on i.indrelid = t.oid where i.indpred is null`,
  );
  const supported = (key: Constraint) =>
    indexes.some(
      (index) =>
        index.name === key.name &&
        key.columns.every((column) => index.columns.slice(0, key.columns.length).includes(column)),
    );
  expect(named(keys.filter((key) => !supported(key)))).toEqual([]);
});
