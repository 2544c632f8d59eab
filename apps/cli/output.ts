/**
 * What a command says. Stdout carries the result only: one JSON document with --json, lines for people without. Progress
 * and problems of the second kind go to stderr.
 */
import { SingleBar } from "cli-progress";
import { InputError } from "../../engines/input-error.ts";
import { Problem } from "../../platform/problem.ts";
import { findDatabaseProblem } from "../problem-of-database.ts";
import { cliProblems } from "./cli.problems.ts";

export interface Outcome {
  /** What --json prints; its shape is promised in docs/cli.md. */
  json: unknown;
  /** What a person reads, Chinese and English. */
  lines: string[];
  /** What the figures assume: below the lines, or on stderr with --json. Chinese and English. */
  notes?: readonly { zh: string; en: string }[];
  exitCode?: ExitCode;
}

/** 0 done, 1 something went wrong, 2 wrong input or a file that is not recognised, 3 some rows were rejected. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Progress {
  step(text: string): void;
  /** Redraws a bar on a terminal; silent elsewhere. */
  bar(done: number, total: number): void;
  end(): void;
}

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let bar: SingleBar | undefined;
  const end = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    step(text) {
      end();
      stream.write(`${text}\n`);
    },
    bar(done, total) {
      if (!stream.isTTY || total === 0) return;
      bar ??= startBar(stream, total);
      bar.update(done);
      if (done >= total) end();
    },
    end,
  };
}

function startBar(stream: NodeJS.WriteStream, total: number): SingleBar {
  const bar = new SingleBar({
    stream,
    format: "{bar} {value}/{total}  {duration_formatted}",
    hideCursor: true,
  });
  bar.start(total, 0);
  return bar;
}

export function printOutcome(outcome: Outcome, asJson: boolean): void {
  const notes = (outcome.notes ?? []).flatMap(({ zh, en }) => [zh, en]);
  const text = asJson ? JSON.stringify(outcome.json, null, 2) : [...outcome.lines, ...notes].join("\n");
  if (asJson && notes.length > 0) process.stderr.write(`${notes.join("\n")}\n`);
  if (text) process.stdout.write(`${text}\n`);
}

/** Says a problem and returns the exit code it means. */
export function printProblem(error: unknown, asJson: boolean): ExitCode {
  const problem = asProblem(error);
  if (asJson) {
    const { code, zh, en, detail } = problem;
    process.stdout.write(`${JSON.stringify({ error: { code, zh, en, detail } }, null, 2)}\n`);
  } else {
    process.stderr.write(`${problem.zh}\n${problem.en}\n`);
  }
  const isWrongInput =
    (problem.status >= 400 && problem.status < 500 && problem.status !== 409) ||
    problem.code.startsWith("reading.");
  return isWrongInput ? 2 : 1;
}

const connectionCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "ETIMEDOUT",
  "ECONNRESET",
  "28P01",
  "28000",
  "3D000",
]);

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof InputError) return new Problem(error.code, { ...error, status: 400 }, {}, error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (connectionCodes.has(code)) return cliProblems["cli.database-unreachable"]({}, error);
  const known = findDatabaseProblem(error);
  if (known) return known;
  // A database error's message can quote rows; its code says enough.
  const isOfDatabase = error instanceof Error && "severity" in error;
  const message = isOfDatabase
    ? `PostgreSQL ${code}`
    : error instanceof Error
      ? error.message
      : String(error);
  return cliProblems["cli.internal"]({ message }, error);
}
