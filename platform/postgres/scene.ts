/** For tests: data folders that are cleaned up, children that start a server, statements on a server. */
import { spawn } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { stopPostgres } from "./start.ts";

const Announcement = z.union([
  z.object({
    running: z.object({
      ownerUrl: z.string(),
      superuserUrl: z.string(),
      port: z.number(),
      started: z.boolean(),
    }),
  }),
  z.object({ problem: z.string(), detail: z.record(z.string(), z.unknown()), sentence: z.string() }),
]);
export type Announcement = z.infer<typeof Announcement>;

export const asRoot = process.getuid?.() === 0;
const script = join(import.meta.dirname, "start-in-child.ts");
const scenes: string[] = [];

/** A passable folder for one test file; `clearScenes` stops what runs below it and removes it. */
export function makeScene(): string {
  const folder = mkdtempSync(join(tmpdir(), "jingzhun-postgres-"));
  chmodSync(folder, 0o755);
  scenes.push(folder);
  return folder;
}

export async function clearScenes(...dataDirs: string[]): Promise<void> {
  for (const dataDir of dataDirs) await stopPostgres(dataDir);
  for (const scene of scenes.splice(0)) rmSync(scene, { recursive: true, force: true });
}

export interface StartedChild {
  child: ChildProcess;
  said: Announcement;
  /** Ends its input, so that it stops the server that it started. */
  end(): Promise<void>;
}

/** Runs `start-in-child.ts` and waits for its line. */
export async function startInChild(
  dataDir: string,
  how: SpawnOptions = {},
  from = script,
): Promise<StartedChild> {
  return readStart(process.execPath, [from, dataDir], how);
}

/** The same in a mount namespace of its own after some shell commands; its mounts end with it. */
export async function startAfterMounting(
  commands: string,
  dataDir: string,
  from = script,
): Promise<StartedChild> {
  const line = `${commands} && exec "$0" "$@"`;
  return readStart("unshare", ["--mount", "sh", "-c", line, process.execPath, from, dataDir], {});
}

async function readStart(command: string, args: string[], how: SpawnOptions): Promise<StartedChild> {
  const child = spawn(command, args, { ...how, stdio: ["pipe", "pipe", "inherit"] });
  const closed = waitForEnd(child);
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error("the child has no pipes");
  const lines = createInterface({ input: stdout });
  const first = await lines[Symbol.asyncIterator]().next();
  if (first.done) throw new Error(`the child said nothing and ended with ${await closed}`);
  const end = async () => {
    stdin.end();
    await closed;
  };
  return { child, said: Announcement.parse(JSON.parse(first.value)), end };
}

export function waitForEnd(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => {
    child.once("close", (code, signal) => resolve(signal ?? code));
  });
}

export async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Waits for something that must come; the test's own time limit is the bound. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(5);
}
