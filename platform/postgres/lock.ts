/**
 * `DIR/lock` holds "PID BIRTH" of the process that is starting or stopping the server; a second one waits for it.
 * It spares double work and gives a good message. Correctness never hangs on it: a cluster appears by one atomic
 * rename, and PostgreSQL's own lock keeps a second server out.
 */
import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { errorCode, guardFiles } from "./place.ts";
import type { Place } from "./place.ts";
import { postgresProblems } from "./problems.ts";
import { processBirth, processState } from "./processes.ts";

const PATIENCE_MS = 180_000;

/** @throws Problem postgres.start-in-progress when a live process keeps the lock too long */
export async function withStartLock<T>(
  place: Place,
  onProgress: (step: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  await takeLock(place, onProgress);
  try {
    return await work();
  } finally {
    await rm(place.lock, { force: true });
  }
}

async function takeLock(place: Place, onProgress: (step: string) => void): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let announced = false;
  while (!(await guardFiles(place.folder, () => makeLock(place)))) {
    const content = await readFile(place.lock, "utf8").catch(() => undefined);
    if (content === undefined) continue; // given back meanwhile
    const pid = Number(content.split(" ")[0]);
    if (!isLive(content)) {
      await removeStale(place, content);
      continue;
    }
    if (Date.now() > deadline)
      throw postgresProblems["postgres.start-in-progress"]({ pid, folder: place.folder });
    if (!announced) onProgress(`等待进程 ${pid} 完成启动或停止 / waiting for process ${pid}`);
    announced = true;
    await pause(50);
  }
}

/** Links a finished file into place, so that nobody ever reads a lock without its pid. */
async function makeLock(place: Place): Promise<boolean> {
  const draft = `${place.lock}.${randomUUID()}`;
  try {
    await writeFile(draft, `${process.pid} ${processBirth(process.pid)}\n`, { mode: 0o644 });
    await link(draft, place.lock);
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

function isLive(content: string): boolean {
  const [pid = "", birth = ""] = content.trim().split(" ");
  return processState(Number(pid)) === "running" && processBirth(Number(pid)) === birth;
}

/** Moves the dead one's lock away; puts it back if another process replaced it in between. */
async function removeStale(place: Place, seen: string): Promise<void> {
  const aside = `${place.lock}.${randomUUID()}`;
  try {
    await rename(place.lock, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  if ((await readFile(aside, "utf8")) !== seen) await link(aside, place.lock).catch(() => undefined);
  await rm(aside, { force: true });
}
