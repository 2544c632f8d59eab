/**
 * The data folder and what lies in it:
 * `pg` the cluster, `pg.json` port and passwords, `pg.log` the server's log, `lock` who is starting or stopping,
 * `lib` library links where the installed package cannot take them.
 */
import { chown, mkdir, realpath, stat, statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Problem } from "../problem.ts";
import { postgresProblems } from "./problems.ts";

export interface Place {
  folder: string;
  cluster: string;
  secrets: string;
  log: string;
  lock: string;
  libraries: string;
}

/**
 * Makes the data folder when it is not there; its parent must exist.
 * @throws Problem postgres.parent-missing, postgres.not-a-folder, postgres.folder-read-only, postgres.disk-full
 */
export async function openPlace(dataDir: string): Promise<Place> {
  const folder = resolve(dataDir);
  // The server runs as another user when we are root, so the folder must be passable, yet not readable.
  const mode = runsAsRoot() ? 0o711 : 0o700;
  await guardFiles(folder, async () => {
    await mkdir(folder, { mode }).catch((error: unknown) => {
      if (errorCode(error) !== "EEXIST") throw error;
    });
    if (!(await stat(folder)).isDirectory()) throw postgresProblems["postgres.not-a-folder"]({ folder });
  });
  return placeOf(await realpath(folder));
}

/** The data folder if it exists. */
export async function findPlace(dataDir: string): Promise<Place | undefined> {
  const folder = resolve(dataDir);
  const found = await realpath(folder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  });
  return found === undefined ? undefined : placeOf(found);
}

function placeOf(folder: string): Place {
  return {
    folder,
    cluster: join(folder, "pg"),
    secrets: join(folder, "pg.json"),
    log: join(folder, "pg.log"),
    lock: join(folder, "lock"),
    libraries: join(folder, "lib"),
  };
}

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** A file that root made in somebody's folder belongs to that somebody, who may start without root next time. */
export async function giveToFolderOwner(place: Place, file: string): Promise<void> {
  if (!runsAsRoot()) return;
  const { uid, gid } = await stat(place.folder);
  await chown(file, uid, gid);
}

/** Runs file work and turns the system's refusals into problems that name the folder. */
export async function guardFiles<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileProblem(error, folder) ?? error;
  }
}

function fileProblem(error: unknown, folder: string): Problem | undefined {
  switch (errorCode(error)) {
    case "ENOENT":
      return postgresProblems["postgres.parent-missing"]({ folder }, error);
    case "ENOTDIR":
      return postgresProblems["postgres.not-a-folder"]({ folder: dirname(folder) }, error);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return postgresProblems["postgres.folder-read-only"]({ folder }, error);
    case "ENOSPC":
    case "EDQUOT":
      return postgresProblems["postgres.disk-full"]({ folder }, error);
    default:
      return undefined;
  }
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** Whether so little is free that even a log line may be lost. */
export async function isDiskFull(place: Place): Promise<boolean> {
  const { bavail, bsize } = await statfs(place.folder);
  return bavail * bsize < 1024 * 1024;
}
