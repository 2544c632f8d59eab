import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { clearScenes, makeScene, query } from "./scene.ts";
import { findRunningPostgres, startPostgres, stopPostgres } from "./start.ts";

// A space, Chinese and a quote: none of them may reach a shell.
const dataDir = join(makeScene(), "数据 it's");
afterAll(() => clearScenes(dataDir));

test("a fresh folder gets a server with checksums, code-point order, scram and loopback only", async () => {
  const server = await startPostgres({ dataDir, settings: { work_mem: "5MB" } });
  expect(server.started).toBe(true);
  const wanted = {
    data_checksums: "on",
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    jit: "off",
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    server_encoding: "UTF8",
    work_mem: "5MB",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
  };
  const names = Object.keys(wanted).map((name) => `current_setting('${name}') as ${name}`);
  expect(await query(server.superuserUrl, `select ${names.join(", ")}`)).toEqual([wanted]);
  expect(await query(server.appUrl, "select v from (values ('县'), ('z'), ('乡')) t (v) order by v")).toEqual(
    [{ v: "z" }, { v: "乡" }, { v: "县" }],
  );
});

test("a second start adopts the running server, and its stop leaves the server alone", async () => {
  const second = await startPostgres({ dataDir });
  expect(second.started).toBe(false);
  await second.stop();
  expect(await query(second.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("the roles have no right beyond their own and a wrong password is refused", async () => {
  const { appUrl, ownerUrl, superuserUrl } = await startPostgres({ dataDir });
  const [owned] = await query(
    superuserUrl,
    `select bool_or(rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication) as mighty,
            (select rolname from pg_roles r join pg_database d on d.datdba = r.oid where datname = 'jingzhun') as owner
       from pg_roles where rolname ~ '^jingzhun_'`,
  );
  expect(owned).toEqual({ mighty: false, owner: "jingzhun_owner" });
  await expect(query(appUrl, "create table public.mine ()")).rejects.toThrow(/permission denied/);
  await query(ownerUrl, "create table public.ours ()");
  const wrong = new URL(appUrl);
  wrong.password = "wrong";
  await expect(query(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
});

test("what a statement held never reaches the log", async () => {
  const { ownerUrl } = await startPostgres({ dataDir });
  await query(ownerUrl, "create table public.person (id_number text primary key)");
  await query(ownerUrl, "insert into public.person values ('990101197001010011')");
  await expect(query(ownerUrl, "insert into public.person values ('990101197001010011')")).rejects.toThrow(
    /unique/,
  );
  await expect(query(ownerUrl, "select '990101197001010011'::date")).rejects.toThrow(/date\/time/);
  expect(readFileSync(join(dataDir, "pg.log"), "utf8")).not.toContain("990101197001010011");
});

test("only the owner of the folder can read the passwords", () => {
  expect(statSync(join(dataDir, "pg.json")).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, "pg")).mode & 0o777).toBe(0o700);
});

test("a server that does not know our password is not adopted: the message names its process", async () => {
  const file = join(dataDir, "pg.json");
  const secrets = readFileSync(file, "utf8");
  const running = await findRunningPostgres(dataDir);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(secrets), superuserPassword: "another" }));
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({
    code: "postgres.held",
    detail: { pid: running?.pid },
  });
  writeFileSync(file, secrets);
});

test("stop ends the server, whoever started it, and only once", async () => {
  expect(await stopPostgres(dataDir, () => false)).toBe(false);
  expect(await findRunningPostgres(dataDir)).toMatchObject({ port: expect.any(Number) });
  expect(await stopPostgres(dataDir)).toBe(true);
  expect(await stopPostgres(dataDir)).toBe(false);
  expect(await findRunningPostgres(dataDir)).toBeUndefined();
});

test("a taken port is left to its owner; the new one is kept for the next time", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => squatter.once("listening", resolve));
  const address = squatter.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const server = await startPostgres({ dataDir, port });
  expect(server.port).not.toBe(port);
  await server.stop();
  squatter.close();
  const again = await startPostgres({ dataDir });
  expect(again.port).toBe(server.port);
  await again.stop();
});

test("a setting that the server refuses is shown with the server's own words", async () => {
  await expect(startPostgres({ dataDir, settings: { work_mem: "much" } })).rejects.toMatchObject({
    code: "postgres.start-failed",
    en: expect.stringContaining("work_mem"),
  });
});

test("a cluster of another version, or without its passwords, is not touched", async () => {
  const version = join(dataDir, "pg", "PG_VERSION");
  writeFileSync(version, "15\n");
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({
    code: "postgres.other-version",
    detail: { found: "15" },
  });
  writeFileSync(version, "18\n");
  const file = join(dataDir, "pg.json");
  const secrets = readFileSync(file, "utf8");
  writeFileSync(file, "{}");
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: "postgres.secrets-missing" });
  writeFileSync(file, secrets);
});
