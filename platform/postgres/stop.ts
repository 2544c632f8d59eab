/** Ends a server process: fast shutdown first, immediate when that takes too long. Either way nothing committed is lost. */
import { setTimeout as pause } from "node:timers/promises";
import { errorCode } from "./place.ts";
import { postgresProblems } from "./problems.ts";
import { processBirth, processState } from "./processes.ts";

const FAST_PATIENCE_MS = 30_000;
const IMMEDIATE_PATIENCE_MS = 15_000;

/** @throws Problem postgres.stop-failed */
export async function stopServer(pid: number): Promise<void> {
  const birth = processBirth(pid);
  const hasEnded = () => processState(pid) !== "running" || processBirth(pid) !== birth;
  for (const [signal, patience] of [
    ["SIGINT", FAST_PATIENCE_MS],
    ["SIGQUIT", IMMEDIATE_PATIENCE_MS],
  ] as const) {
    if (hasEnded()) return;
    sendSignal(pid, signal);
    const deadline = Date.now() + patience;
    while (!hasEnded() && Date.now() < deadline) await pause(20);
  }
  if (!hasEnded()) throw postgresProblems["postgres.stop-failed"]({ pid });
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) === "ESRCH") return;
    throw postgresProblems["postgres.stop-failed"]({ pid }, error);
  }
}
