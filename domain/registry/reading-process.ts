/**
 * Reads a file from outside in a process of its own: with a bound on memory and time, without the settings and keys of the
 * server, and where Node can (its permission model) without writing, starting programs or reading anything but the program.
 * The file goes in over a pipe, and what was read comes back piece by piece over another: nothing touches the disk, so
 * nothing is left there by whichever process is killed.
 */
import { type ChildProcess, fork } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../platform/problem.ts";
import type { ReadHousehold, ReadRegister } from "./reading.contract.ts";
import { type ReadingProblemCode, readingProblems } from "./reading.problems.ts";
import type { ReadingOptions } from "./reading.ts";
import type { RegisterFile } from "./reading/open.ts";

export interface ChildLimits {
  heapMegabytes: number;
  seconds: number;
}

/** What the child says, in this order: households in portions, then the rest of the register, or a problem. */
export type ChildMessage =
  | { kind: "progress"; rowsRead: number }
  | { kind: "households"; households: ReadHousehold[] }
  | { kind: "done"; register: Omit<ReadRegister, "households"> }
  | { kind: "problem"; code: ReadingProblemCode; detail: Problem["detail"] };

export interface ChildTask {
  /** Of the file, whose bytes come over standard input. */
  name: string;
  options: Omit<ReadingOptions, "onProgress">;
}

const usualLimits: ChildLimits = { heapMegabytes: 1500, seconds: 180 };
const project = join(import.meta.dirname, "../..");

/** @throws Problem of reading.problems.ts, also when the child runs out of memory or time */
export function readRegisterInChild(
  file: RegisterFile,
  options: ReadingOptions = {},
  limits: ChildLimits = usualLimits,
): Promise<ReadRegister> {
  const { onProgress, ...task } = options;
  const child = startChild(limits);
  return new Promise<ReadRegister>((resolvePromise, reject) => {
    const households: ReadHousehold[] = [];
    let overtime = false;
    const timer = setTimeout(() => {
      overtime = true;
      child.kill("SIGKILL");
    }, limits.seconds * 1000);
    child.on("message", (message: ChildMessage) => {
      if (message.kind === "progress") onProgress?.(message.rowsRead);
      else if (message.kind === "households") households.push(...message.households);
      else if (message.kind === "done") resolvePromise({ ...message.register, households });
      else reject(readingProblems[message.code](message.detail));
    });
    child.on("error", (error) => reject(readingProblems["reading.stopped"]({}, error)));
    // Does nothing when the child has already said how it ended.
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (overtime) reject(readingProblems["reading.too-slow"]({ seconds: limits.seconds }));
      else
        reject(readingProblems[diedOfMemory(code, signal) ? "reading.out-of-memory" : "reading.stopped"]());
    });
    child.send({ name: file.name, options: task } satisfies ChildTask);
    // A child that has ended no longer listens; how it ended says the rest.
    child.stdin?.on("error", () => undefined).end(file.bytes);
  });
}

function startChild({ heapMegabytes }: ChildLimits): ChildProcess {
  return fork(join(import.meta.dirname, "reading-child.ts"), [], {
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      "--max-semi-space-size=32",
      "--permission",
      // Code and policies only: keys and data may lie in other folders of the project.
      ...["engines", "platform", "domain", "policies", "package.json"].map(
        (name) => `--allow-fs-read=${join(project, name)}`,
      ),
      // A linked node_modules is read where it really is.
      `--allow-fs-read=${realpathSync(join(project, "node_modules"))}`,
      "--no-warnings",
    ],
    env: { TZ: "UTC" },
    serialization: "advanced",
    stdio: ["pipe", "ignore", "ignore", "ipc"],
  });
}

/** V8 aborts when its heap is full; the kernel kills when the machine's memory is. */
function diedOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return signal === "SIGABRT" || signal === "SIGKILL" || signal === "SIGTRAP" || code === 134 || code === 137;
}
