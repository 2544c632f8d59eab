/** Runs `bin/jingzhun` as an operator does: a process of its own, in another folder, with its own data folder. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stopPostgres } from "../platform/postgres/start.ts";

export interface CliRun {
  exitCode: number | null;
  stdout: string;
  stderr: string;
  /** Stdout as the one JSON document that it must be. */
  json(): Record<string, unknown>;
}

export interface CliPlace {
  /** Where commands run and files lie. */
  folder: string;
  dataDir: string;
  run(...args: string[]): Promise<CliRun>;
  /** Starts a command without waiting for its end. */
  start(...args: string[]): ReturnType<typeof spawn>;
  remove(): Promise<void>;
}

const program = join(import.meta.dirname, "../bin/jingzhun");

/** @param given environment on top of a data folder of its own; nothing else of ours reaches the command */
export function makeCliPlace(given: Record<string, string> = {}): CliPlace {
  const folder = mkdtempSync(join(tmpdir(), "jingzhun-cli-"));
  const dataDir = join(folder, "data");
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, JINGZHUN_KEYS: ___, PORT: ____, ...own } = process.env;
  const environment = { ...own, JINGZHUN_DATA: dataDir, HOST: "127.0.0.1", ...given };
  const start = (...args: string[]) =>
    spawn(program, args, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  return {
    folder,
    dataDir,
    start,
    run: (...args) => collect(start(...args)),
    remove: async () => {
      await stopPostgres(dataDir);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function collect(child: ReturnType<typeof spawn>): Promise<CliRun> {
  let [stdout, stderr] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, stdout, stderr, json: () => JSON.parse(stdout) }));
  });
}
