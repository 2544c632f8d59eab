/** Starts the server process of a cluster, in its own process group, so that Ctrl-C or the end of this process leaves it alone. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rename, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { commandFor } from "./account.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { endOrphans, findHolder } from "./holder.ts";
import type { Holder } from "./holder.ts";
import { giveToFolderOwner, guardFiles, isDiskFull } from "./place.ts";
import type { Place } from "./place.ts";
import { postgresProblems } from "./problems.ts";
import { serverSettings } from "./settings.ts";
import { stopServer } from "./stop.ts";

const LOG_LIMIT = 16 * 1024 * 1024;
const RECOVERY_PATIENCE_MS = 600_000;

export interface LaunchOptions {
  wantedPort: number;
  settings: Record<string, string>;
  onProgress: (step: string) => void;
}

type Attempt = { ready: Holder } | { failed: string };

/**
 * @throws Problem postgres.disk-full, postgres.held, postgres.folder-read-only, postgres.start-failed
 */
export async function launchServer(
  place: Place,
  binaries: Binaries,
  account: Account,
  options: LaunchOptions,
): Promise<Holder> {
  let port = await freePort(options.wantedPort);
  let output = "";
  for (let attempt = 0; attempt < 40; attempt++) {
    const result = await attemptLaunch(place, binaries, account, port, options);
    if ("ready" in result) return result.ready;
    output = result.failed;
    if (/could not bind|could not create any TCP/.test(output)) {
      port = await freePort(0);
    } else if (/shared memory block .* still in use/.test(output)) {
      endOrphans(place);
      await pause(250);
    } else {
      break;
    }
  }
  throw await launchProblem(place, output);
}

async function launchProblem(place: Place, output: string) {
  const { folder, log } = place;
  if (output.includes("No space left on device") || (await isDiskFull(place))) {
    return postgresProblems["postgres.disk-full"]({ folder });
  }
  if (output.includes("Read-only file system")) {
    return postgresProblems["postgres.folder-read-only"]({ folder });
  }
  const holder = await findHolder(place);
  if (holder && /lock file .* already exists|still in use/.test(output)) {
    return postgresProblems["postgres.held"]({ folder, pid: holder.pid });
  }
  return postgresProblems["postgres.start-failed"]({
    log,
    output: output.trim().split("\n").slice(-4).join("; "),
  });
}

async function attemptLaunch(
  place: Place,
  binaries: Binaries,
  account: Account,
  port: number,
  options: LaunchOptions,
): Promise<Attempt> {
  const settings = { ...serverSettings(port), ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const {
    command,
    args,
    options: how,
  } = commandFor(account, binaries.postgres, ["-D", place.cluster, ...flags]);
  const { log, logStart } = await openLog(place);
  const child = spawn(command, args, { ...how, detached: true, stdio: ["ignore", log.fd, log.fd] });
  let ended: string | undefined;
  child.once("error", (error) => (ended ??= error.message));
  child.once("exit", () => (ended ??= ""));
  child.unref();
  await log.close();
  const ready = await waitUntilReady(place, child.pid ?? 0, () => ended !== undefined, options.onProgress);
  if (ready) return { ready };
  if (ended === undefined && child.pid) await stopServer(child.pid);
  return { failed: `${ended ?? ""}${await readLogFrom(place, logStart)}` };
}

/** Waits as long as the process lives: after a crash it may have to replay much of its log first. */
async function waitUntilReady(
  place: Place,
  pid: number,
  hasEnded: () => boolean,
  onProgress: (step: string) => void,
): Promise<Holder | undefined> {
  const begin = Date.now();
  let nextReport = begin + 3000;
  while (!hasEnded() && Date.now() - begin < RECOVERY_PATIENCE_MS) {
    const holder = await findHolder(place);
    if (holder?.pid === pid && holder.state === "ready") return holder;
    if (Date.now() > nextReport) {
      const seconds = Math.round((Date.now() - begin) / 1000);
      onProgress(`数据库正在启动或恢复，已 ${seconds} 秒 / server is starting or recovering, ${seconds} s`);
      nextReport += 3000;
    }
    await pause(20);
  }
  return undefined;
}

async function openLog(place: Place) {
  return guardFiles(place.folder, async () => {
    const size = await stat(place.log).then(
      (found) => found.size,
      () => 0,
    );
    if (size > LOG_LIMIT) await rename(place.log, `${place.log}.1`);
    const log = await open(place.log, "a", 0o600);
    await giveToFolderOwner(place, place.log);
    return { log, logStart: size > LOG_LIMIT ? 0 : size };
  });
}

async function readLogFrom(place: Place, start: number): Promise<string> {
  const content = await readFile(place.log);
  return content.subarray(start).toString();
}

/** The wanted port when it is free on the loopback address, else one that is; 0 asks for any. */
async function freePort(wanted: number): Promise<number> {
  const probe = createServer();
  probe.listen(wanted, "127.0.0.1");
  try {
    await once(probe, "listening");
  } catch {
    return freePort(0);
  }
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return address !== null && typeof address === "object" ? address.port : freePort(0);
}
