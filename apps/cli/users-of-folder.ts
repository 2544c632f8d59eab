/**
 * Which processes use the embedded server of a data folder: a file each in `DIR/users`. The last one to leave stops the
 * server, if one of them started it; a server that was running before all of them is left alone.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { findPlace, giveToFolderOwner } from "../../platform/postgres/place.ts";
import { processState } from "../../platform/postgres/processes.ts";
import { findRunningPostgres, stopPostgres } from "../../platform/postgres/start.ts";

/** Holds the pid of the server that a user of the folder started. */
const starterMark = "server";

export async function enterFolder(dataDir: string): Promise<void> {
  mkdirSync(usersOf(dataDir), { recursive: true });
  writeFileSync(join(usersOf(dataDir), String(process.pid)), "");
  const place = await findPlace(dataDir);
  if (place) await giveToFolderOwner(place, usersOf(dataDir));
}

/** The server was started here, so its end is decided here. */
export async function markStarted(dataDir: string): Promise<void> {
  const server = await findRunningPostgres(dataDir);
  if (server) writeFileSync(join(usersOf(dataDir), starterMark), String(server.pid));
}

export async function leaveFolder(dataDir: string): Promise<void> {
  rmSync(join(usersOf(dataDir), String(process.pid)), { force: true });
  await stopPostgres(dataDir, async () => {
    const server = await findRunningPostgres(dataDir);
    return otherUsers(dataDir).length === 0 && String(server?.pid) === read(dataDir, starterMark);
  });
}

/** Notes at which address this process serves the folder. */
export function announceAddress(dataDir: string, address: string): void {
  writeFileSync(join(usersOf(dataDir), String(process.pid)), address);
}

/** The living `jingzhun start` of a folder, when there is one. */
export function findStarted(dataDir: string): { pid: number; address: string } | undefined {
  return otherUsers(dataDir)
    .map((pid) => ({ pid, address: read(dataDir, String(pid)) }))
    .find(({ address }) => address !== "");
}

function otherUsers(dataDir: string): number[] {
  const pids = readNames(usersOf(dataDir)).map(Number);
  return pids.filter((pid) => pid > 0 && pid !== process.pid && processState(pid) === "running");
}

function usersOf(dataDir: string): string {
  return join(resolve(dataDir), "users");
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(dataDir: string, name: string): string {
  try {
    return readFileSync(join(usersOf(dataDir), name), "utf8");
  } catch {
    return "";
  }
}
