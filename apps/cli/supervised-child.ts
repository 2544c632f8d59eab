/**
 * A process of ours that runs until we stop it: its output goes to a log file, a crash is followed by a new start, and too
 * many crashes in a row are the end.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { cliProblems } from "./cli.problems.ts";

export interface ChildPlan {
  name: string;
  /** The main file. */
  file: string;
  args?: string[];
  logFile: string;
  environment: NodeJS.ProcessEnv;
  onCrash(restartIn: number): void;
}

export interface SupervisedChild {
  /** Rejects with Problem cli.child-failed when it crashed too often; never resolves before `stop`. */
  ended: Promise<void>;
  isRunning(): boolean;
  stop(): Promise<void>;
}

const mostCrashes = 5;
const crashWindow = 60_000;
const patience = 15_000;
const largestLog = 16 * 1024 * 1024;
const stopWithParent = join(import.meta.dirname, "stop-with-parent.ts");

export function superviseChild(plan: ChildPlan): SupervisedChild {
  let child: ChildProcess | undefined;
  const stopping = new AbortController();
  const ended = (async () => {
    const crashes: number[] = [];
    for (;;) {
      child = startChild(plan);
      await once(child, "exit");
      if (stopping.signal.aborted) return;
      crashes.push(Date.now());
      const recent = crashes.filter((at) => at > Date.now() - crashWindow).length;
      if (recent >= mostCrashes) throw failure(plan);
      const delay = 250 * 2 ** recent;
      plan.onCrash(delay);
      await pause(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
    }
  })();
  return {
    ended,
    isRunning: () => child !== undefined && isAlive(child),
    stop: async () => {
      stopping.abort();
      if (child) await endChild(child);
      await ended.catch(() => undefined);
    },
  };
}

/** In a process group of its own: Ctrl-C on the terminal reaches only us, and we stop our children in order. */
export function startChild(plan: Pick<ChildPlan, "file" | "args" | "logFile" | "environment">): ChildProcess {
  keepLogSmall(plan.logFile);
  const log = openSync(plan.logFile, "a", 0o600);
  try {
    return spawn(process.execPath, ["--import", stopWithParent, plan.file, ...(plan.args ?? [])], {
      env: plan.environment,
      stdio: ["ignore", log, log, "ipc"],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

export async function endChild(child: ChildProcess): Promise<void> {
  if (!isAlive(child)) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), patience);
  await exit;
  clearTimeout(force);
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

function failure({ name, logFile }: ChildPlan) {
  const lines = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-4);
  return cliProblems["cli.child-failed"]({ name, log: logFile, output: lines.join(" ⏎ ") });
}

/** Beyond 16 MB the former log is kept beside the new one. */
function keepLogSmall(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(file, `${file}.1`);
}
