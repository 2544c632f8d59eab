/** Who holds the cluster, by `pg/postmaster.pid`: line 1 the pid, line 4 the port, line 8 the state. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { errorCode } from "./place.ts";
import type { Place } from "./place.ts";
import { postgresProblems } from "./problems.ts";
import { isServerOf, listServerProcesses, processState } from "./processes.ts";

export interface Holder {
  pid: number;
  port: number;
  /** starting, ready, stopping as the server writes it. */
  state: string;
}

/** The content of the file, whether or not its process still lives. */
export async function findHolder(place: Place): Promise<Holder | undefined> {
  const content = await readFile(holderFile(place), "utf8").catch((error: unknown) => {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return undefined;
    if (errorCode(error) === "EACCES") {
      throw postgresProblems["postgres.folder-read-only"]({ folder: place.cluster }, error);
    }
    throw error;
  });
  if (content === undefined) return undefined;
  const lines = content.split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() ?? "starting" };
}

/** The live server of this cluster, if there is one. */
export async function findServer(place: Place): Promise<Holder | undefined> {
  const holder = await findHolder(place);
  return holder && isServerOf(holder.pid, place.cluster) ? holder : undefined;
}

/**
 * Makes way for a new server when the pid in the file belongs to nobody, to a zombie or to an unrelated process.
 * PostgreSQL itself clears a file whose pid is free; a pid that answers, even as a zombie, it takes for a live server.
 * @throws Problem postgres.held when something still works in the cluster
 */
export async function clearStaleHolder(place: Place): Promise<void> {
  const holder = await findHolder(place);
  if (!holder || processState(holder.pid) === "gone") return;
  await waitForCollection(holder.pid);
  if (processState(holder.pid) === "gone") return;
  // Removing the file also removes the trace of shared memory, so no process of the dead server may be left.
  const left = listServerProcesses(place.cluster) ?? [holder.pid];
  const [pid] = left;
  if (pid !== undefined) throw postgresProblems["postgres.held"]({ folder: place.folder, pid });
  await rm(holderFile(place), { force: true });
}

/** A zombie is usually collected at once; under a careless init process never. */
async function waitForCollection(pid: number): Promise<void> {
  const deadline = Date.now() + 2000;
  while (processState(pid) === "zombie" && Date.now() < deadline) await pause(50);
}

/** Children of a server that was killed; they lock the shared memory until they end, and their work is lost anyway. */
export function endOrphans(place: Place): void {
  for (const pid of listServerProcesses(place.cluster) ?? []) {
    try {
      process.kill(pid, "SIGQUIT");
    } catch (error) {
      if (errorCode(error) !== "ESRCH") throw error;
    }
  }
}

function holderFile(place: Place): string {
  return join(place.cluster, "postmaster.pid");
}
