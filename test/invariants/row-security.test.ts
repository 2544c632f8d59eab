/** Laws of the app's role: it owns nothing, sees nothing without a scope, and cannot step around either. */
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../database.ts";

const { appUrl, ownerUrl } = await testDatabase();

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  afterAll(() => client.end());
  return client;
}

const app = await connect(appUrl);
const owner = await connect(ownerUrl);

const ourTables = `
  select c.oid, c.oid::regclass::text as name, c.relrowsecurity, c.relispartition from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('access', 'audit', 'job', 'registry', 'targets', 'verdicts') and c.relkind in ('r', 'p')`;

async function column(client: pg.Client, query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query);
  return rows.map((row) => row.name);
}

/** Why a table with a place needs no row security. */
const openToAll: Record<string, string> = {
  "registry.area_population": "published figures",
  "verdicts.county_line": "published lines",
  "verdicts.published_figure": "published figures",
};

test("every table that knows a place is secured, unless what it holds is published", async () => {
  const unsecured = await column(
    owner,
    `select distinct t.name from (${ourTables}) t join pg_attribute a on a.attrelid = t.oid
      where a.attname in ('area_code', 'county_code') and not t.relispartition and not t.relrowsecurity order by 1`,
  );
  expect(unsecured).toEqual(Object.keys(openToAll));
});

test("every policy fails closed: an empty setting sees nothing", async () => {
  const { rows } = await owner.query<{ name: string; text: string }>(
    `select polrelid::regclass || '.' || polname as name, pg_get_expr(polqual, polrelid) as text from pg_policy
      where polqual is not null and polrelid in (select oid from (${ourTables}) t)`,
  );
  expect(rows.length).toBeGreaterThan(15);
  const open = rows.filter(({ text }) => !/nullif\(current_setting\('jingzhun\.area_low'/i.test(text));
  expect(open.map((row) => row.name)).toEqual([]);
});

test("rows exist for the owner, and for the app only under a scope that covers them", async () => {
  const person = "00000000-0000-7000-8000-000000000001";
  await owner.query(
    `insert into registry.household (county_code, id, area_code, register_no, created_at)
      values ('411702', $1, '411702001001', '1', now())`,
    [person],
  );
  const seen = async (scope: string) => {
    await app.query("begin");
    await app.query(scope);
    const result = await app.query("select from registry.household");
    await app.query("rollback");
    return result.rowCount;
  };
  const scope = (low: string, high: string) =>
    `set local jingzhun.area_low = '${low}'; set local jingzhun.area_high = '${high}'`;
  try {
    expect(await seen("select 1")).toBe(0);
    expect(await seen(scope("411702000000", "411702999999"))).toBe(1);
    // The settings of the transaction before have ended, and now read as empty text.
    expect(await seen("select 1")).toBe(0);
    expect(await seen(scope("", ""))).toBe(0);
    expect(await seen(scope("411702001002", "411702999999"))).toBe(0);
    expect(await seen(scope("", "999999999999"))).toBe(0);
  } finally {
    await owner.query("delete from registry.household where id = $1", [person]);
  }
});

test("the app owns nothing", async () => {
  const owned = await column(
    owner,
    `select classid::regclass || ' ' || objid as name from pg_shdepend
      where refobjid = 'jingzhun_app'::regrole and deptype = 'o'
        and dbid = (select oid from pg_database where datname = current_database())`,
  );
  expect(owned).toEqual([]);
});

test("the app has no rights on a partition, whose row security would be its own", async () => {
  const open = await column(
    owner,
    `select t.name from (${ourTables}) t where t.relispartition
      and has_table_privilege('jingzhun_app', t.oid, 'select, insert, update, delete, truncate')`,
  );
  expect(open).toEqual([]);
});

test.each([
  "set role jingzhun_owner",
  "set session authorization jingzhun_owner",
  "alter table registry.household disable row level security",
  "drop policy area_scope on registry.household",
  "create table registry.mine (id int)",
  "create function public.mine() returns int language sql as 'select 1'",
  "alter role jingzhun_app bypassrls",
  "truncate registry.household",
  "delete from registry.household",
  "update audit.event set action = ''",
  "delete from audit.event",
  "insert into verdicts.rule (id) values ('x')",
  "update registry.division set name = ''",
  "select verdicts.swap_partition('fact', 'household_id', '411702', 2018, 'select 1')",
])("the app may not: %s", async (statement) => {
  await expect(app.query(statement)).rejects.toThrow(
    // The last is how PostgreSQL 15 says it.
    /permission denied|must be owner|must be able|may alter|must be superuser/,
  );
});

test("with row security switched off the app sees an error, not rows", async () => {
  await app.query("set row_security = off");
  await expect(app.query("select from registry.household")).rejects.toThrow(/row-level security/);
  await app.query("reset row_security");
});

test("a function that runs as the owner looks names up in no schema of others", async () => {
  const loose = await column(
    owner,
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname in ('public', 'access', 'audit', 'job', 'registry', 'targets', 'verdicts')
        and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)`,
  );
  expect(loose).toEqual([]);
});
