/**
 * The embedded PostgreSQL of one data folder: start or adopt, find, stop.
 * A server outlives the process that started it unless `stop` is called, so that a killed parent loses nothing.
 */
import pg from "pg";
import { chooseAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { clearStaleHolder, findServer } from "./holder.ts";
import type { Holder } from "./holder.ts";
import { adoptServer, connectAsSuperuser } from "./adopt.ts";
import { launchServer } from "./launch.ts";
import { withStartLock } from "./lock.ts";
import { findPlace, openPlace } from "./place.ts";
import type { Place } from "./place.ts";
import { postgresProblems } from "./problems.ts";
import { ensureDatabase, ensureRoles } from "./roles.ts";
import { connectionUrls, readOrMakeSecrets, readSecrets, writeSecrets } from "./secrets.ts";
import type { Secrets } from "./secrets.ts";
import { stopServer } from "./stop.ts";

/** SQLSTATE disk_full. */
const DISK_FULL = "53100";

export interface PostgresConnection {
  /** `jingzhun_owner` on the database `jingzhun`, for migrations. */
  ownerUrl: string;
  /** `jingzhun_app` on the database `jingzhun`. */
  appUrl: string;
  /** `postgres` on the database `postgres`. */
  superuserUrl: string;
  port: number;
}

export interface RunningPostgres extends PostgresConnection {
  /** False when a running server was adopted. */
  started: boolean;
  /** Stops the server if this start started it; an adopted one is left to `stopPostgres`. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Made when missing; its parent must exist. */
  dataDir: string;
  /** Taken when free, else another one; default: the port of the last time. */
  port?: number;
  onProgress?: (step: string) => void;
  /** PostgreSQL settings that replace the program's own; an adopted server keeps what it was started with. */
  settings?: Record<string, string>;
}

/** @throws Problem `postgres.*` (problems.ts) */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const onProgress = options.onProgress ?? (() => undefined);
  const place = await openPlace(options.dataDir);
  return withStartLock(place, onProgress, async () => {
    const secrets = await readOrMakeSecrets(place);
    const adopted = await adoptServer(place, secrets, onProgress);
    const server = adopted ?? (await startServer(place, secrets, options, onProgress));
    try {
      await prepareDatabase(place, secrets, server);
    } catch (error) {
      if (!adopted) await stopServer(server.pid);
      throw error;
    }
    return {
      ...connectionUrls(secrets, server.port),
      port: server.port,
      started: !adopted,
      stop: async () => {
        if (!adopted) await stopIfStill(place, server.pid, onProgress);
      },
    };
  });
}

/** The running server of a data folder, without starting anything. */
export async function findRunningPostgres(
  dataDir: string,
): Promise<(PostgresConnection & { pid: number }) | undefined> {
  const place = await findPlace(dataDir);
  const server = place && (await findServer(place));
  if (!server || server.state !== "ready") return undefined;
  return { ...connectionUrls(await readSecrets(place), server.port), port: server.port, pid: server.pid };
}

/**
 * Stops the server of a data folder, whoever started it; false when none was running.
 * @param onlyIf asked while no other process can start or stop, so that the last of several users can decide safely
 */
export async function stopPostgres(
  dataDir: string,
  onlyIf: () => boolean | Promise<boolean> = () => true,
): Promise<boolean> {
  const place = await findPlace(dataDir);
  if (!place) return false;
  return withStartLock(
    place,
    () => undefined,
    async () => {
      const server = await findServer(place);
      if (!server || !(await onlyIf())) return false;
      await stopServer(server.pid);
      return true;
    },
  );
}

async function startServer(
  place: Place,
  secrets: Secrets,
  options: StartOptions,
  onProgress: (step: string) => void,
): Promise<Holder> {
  const binaries = await findBinaries(place);
  const program = await chooseAccount(place, binaries);
  onProgress("准备数据库目录 / preparing the data folder");
  await ensureCluster(place, binaries, program, secrets.superuserPassword);
  await clearStaleHolder(place);
  onProgress("启动数据库 / starting PostgreSQL");
  const server = await launchServer(place, binaries, program.account, {
    wantedPort: options.port ?? secrets.port,
    settings: options.settings ?? {},
    onProgress,
  });
  if (server.port !== secrets.port) await writeSecrets(place, { ...secrets, port: server.port });
  return server;
}

async function prepareDatabase(place: Place, secrets: Secrets, { port }: Holder): Promise<void> {
  const client = await connectAsSuperuser(secrets, port);
  try {
    await ensureRoles(client, secrets);
    await ensureDatabase(client, "jingzhun");
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== DISK_FULL) throw error;
    throw postgresProblems["postgres.disk-full"]({ folder: place.folder }, error);
  } finally {
    await client.end();
  }
}

async function stopIfStill(place: Place, pid: number, onProgress: (step: string) => void): Promise<void> {
  await withStartLock(place, onProgress, async () => {
    const server = await findServer(place);
    if (server?.pid === pid) await stopServer(pid);
  });
}
