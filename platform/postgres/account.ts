/**
 * Under which account the server's programs run. PostgreSQL refuses root, so root hands over to the owner of the data
 * folder, or to `nobody` (initdb wants an account with a name). Where that account cannot pass through the folders
 * of the program or of the data, it gets the one capability that is needed, through `setpriv`.
 */
import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Binaries } from "./binaries.ts";
import { runsAsRoot } from "./place.ts";
import type { Place } from "./place.ts";
import { postgresProblems } from "./problems.ts";

export interface Account {
  /** Absent: the account that runs this process. */
  identity?: { uid: number; gid: number };
  capabilities: string[];
  env: Record<string, string>;
}

export interface ServerProgram {
  account: Account;
  /** Major version of the binaries. */
  version: string;
}

export interface Ended {
  code: number | null;
  output: string;
}

/** initdb --show looks for its fellow programs, its files and the name of its account, and changes nothing. */
const PROBE = 'cd "$0" && exec "$1" --show -D "$0"';

const CAPABILITY_SETS = [[], ["dac_read_search"], ["dac_read_search", "dac_override"], ["dac_override"]];

/**
 * Tries the accounts in order of least right by really running initdb from within the data folder.
 * @throws Problem postgres.folder-closed, postgres.binaries-unusable
 */
export async function chooseAccount(place: Place, binaries: Binaries): Promise<ServerProgram> {
  const identity = runsAsRoot() ? await unprivilegedIdentity(place) : undefined;
  const env = environment(binaries);
  let output = "";
  for (const capabilities of identity ? CAPABILITY_SETS : [[]]) {
    const account: Account = { ...(identity && { identity }), capabilities, env };
    const probe = await run(account, "/bin/sh", ["-c", PROBE, place.folder, binaries.initdb]);
    const version = /^VERSION=(\d+)/m.exec(probe.output)?.[1];
    if (probe.code === 0 && version !== undefined) return { account, version };
    output ||= probe.output;
  }
  const closed = identity && (await findClosedFolder([binaries.postgres, place.cluster], identity.uid));
  if (closed) throw postgresProblems["postgres.folder-closed"]({ folder: closed });
  throw postgresProblems["postgres.binaries-unusable"]({ output: output.trim() });
}

async function unprivilegedIdentity(place: Place): Promise<{ uid: number; gid: number }> {
  for (const path of [place.cluster, place.folder]) {
    const found = await stat(path).catch(() => undefined);
    if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  }
  const accounts = await readFile("/etc/passwd", "utf8").catch(() => "");
  const [, uid = "65534", gid = "65534"] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Only what the programs need: a stray PG* variable must not lead them elsewhere; English messages can be read. */
function environment({ libraryPath }: Binaries): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    LC_ALL: "C",
    ...(libraryPath && { LD_LIBRARY_PATH: libraryPath, DYLD_LIBRARY_PATH: libraryPath }),
  };
}

/** How to spawn `file` under the account: command, arguments, options. */
export function commandFor(account: Account, file: string, args: string[]) {
  const { identity, capabilities, env } = account;
  const base = { cwd: "/", env };
  if (!identity) return { command: file, args, options: base };
  if (capabilities.length === 0) return { command: file, args, options: { ...base, ...identity } };
  const list = ["-all", ...capabilities.map((name) => `+${name}`)].join(",");
  const privileges = ["--reuid", String(identity.uid), "--regid", String(identity.gid), "--clear-groups"];
  // access(2), by which PostgreSQL checks its own programs, ignores capabilities without this bit.
  privileges.push("--securebits", "+no_setuid_fixup", "--inh-caps", list, "--ambient-caps", list);
  return { command: "setpriv", args: [...privileges, file, ...args], options: base };
}

/** Runs a program to its end; a program that cannot be started ends with code null and the reason as output. */
export function run(account: Account, file: string, args: string[]): Promise<Ended> {
  const { command, args: allArgs, options } = commandFor(account, file, args);
  return new Promise<Ended>((resolve) => {
    const child = spawn(command, allArgs, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
    // Some refusals, such as a uid that this container does not map, spawn throws instead.
  }).catch((error: unknown) => ({ code: null, output: String(error) }));
}

/** The topmost folder on the way to one of the paths that the account may not pass through. */
async function findClosedFolder(paths: string[], uid: number): Promise<string | undefined> {
  for (const path of paths) {
    const ancestors: string[] = [];
    for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
      ancestors.unshift(folder);
    }
    for (const folder of ancestors) {
      const { mode, uid: owner } = await stat(folder);
      if (owner !== uid && (mode & 0o001) === 0) return folder;
    }
  }
  return undefined;
}
