/** Facts about processes of this machine: whether a pid lives, whether it is still the same process, where it works. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const linux = process.platform === "linux";

export type ProcessState = "running" | "zombie" | "gone";

/** A zombie has ended, but its pid stays taken until its parent collects it. */
export function processState(pid: number): ProcessState {
  if (linux) {
    const state = statFields(pid)?.[0];
    if (state === undefined) return "gone";
    return state === "Z" || state === "X" ? "zombie" : "running";
  }
  return answersSignal(pid) ? "running" : "gone";
}

/** Tells a process from a later one with the same pid; empty where the platform does not say. */
export function processBirth(pid: number): string {
  return (linux && statFields(pid)?.[19]) || "";
}

/** Whether `pid` is a PostgreSQL server that works in the folder `cluster`. */
export function isServerOf(pid: number, cluster: string): boolean {
  if (processState(pid) !== "running") return false;
  if (workingFolder(pid) === cluster) return true;
  const command = commandLine(pid);
  return command.includes("postgres") && command.includes(cluster);
}

/** Live PostgreSQL processes, of whatever server, that work in the folder `cluster`; undefined where the platform cannot tell. */
export function listServerProcesses(cluster: string): number[] | undefined {
  if (!linux) return undefined;
  const pids = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter(
    (pid) =>
      readProc(`/proc/${pid}/comm`) === "postgres\n" &&
      workingFolder(pid) === cluster &&
      processState(pid) === "running",
  );
}

/** The fields of /proc/PID/stat after the command, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function workingFolder(pid: number): string | undefined {
  try {
    return linux ? readlinkSync(`/proc/${pid}/cwd`) : undefined;
  } catch {
    return undefined; // ended meanwhile, or not ours to see
  }
}

function commandLine(pid: number): string {
  if (linux) return readProc(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ") ?? "";
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return ""; // ps fails when the process is gone
  }
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // the process ended between two looks
  }
}

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
