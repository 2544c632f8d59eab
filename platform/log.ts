/**
 * The log: one JSON line an event. Nothing personal reaches it: no bodies, headers, cookies or query values, and of a
 * database error only its codes, because its message and DETAIL can quote rows.
 */
import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: ["*.password", "*.cookie", "*.authorization", "req", "res"], censor: "[removed]" },
  };
  return destination ? pino(options, destination) : pino(options);
}

const databaseFields = ["code", "schema", "table", "column", "constraint", "routine", "file", "line"];

/** What of an error may be written down, with its causes. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { kind: typeof error };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const described = { kind: error.name, stack: frames.map((line) => line.trim()), ...cause };
  if (!isDatabaseError(error)) return { ...described, message: messageOf(error) };
  const known = Object.entries(error).filter(([key]) => databaseFields.includes(key));
  return { ...described, ...Object.fromEntries(known) };
}

/** Errors of the driver carry the fields of the protocol; `severity` is always among them. */
function isDatabaseError(error: Error): boolean {
  return "severity" in error && "routine" in error;
}

/** A validation error's message quotes what it was given; its places are enough. */
function messageOf(error: Error): string {
  if (!("issues" in error) || !Array.isArray(error.issues)) return error.message;
  return error.issues
    .map((issue: { code?: unknown; path?: unknown }) => `${issue.code} ${String(issue.path)}`)
    .join("; ");
}
