/** Which problem an error of the database means: one answer for api, worker and command line. */
import { accessProblems } from "../domain/access/access.problems.ts";
import { findConstraintProblem } from "../platform/db/constraint-problems.ts";
import type { Problem, ProblemMaker } from "../platform/problem.ts";
import { databaseProblems } from "./database.problems.ts";

const passing: Record<string, ProblemMaker> = {
  ECONNREFUSED: databaseProblems["server.unavailable"],
  ECONNRESET: databaseProblems["server.unavailable"],
  // PostgreSQL: starting up, shutting down, crash of a peer, too many connections.
  "57P01": databaseProblems["server.unavailable"],
  "57P02": databaseProblems["server.unavailable"],
  "57P03": databaseProblems["server.unavailable"],
  "53300": databaseProblems["server.unavailable"],
  // PostgreSQL: serialization failure, deadlock, lock not available.
  "40001": databaseProblems["server.busy"],
  "40P01": databaseProblems["server.busy"],
  "55P03": databaseProblems["server.busy"],
};

/** The problem behind an error, if it has one: a refusal, or a trouble that passes. */
export function findDatabaseProblem(error: unknown): Problem | undefined {
  return findRefusal(error) ?? passing[codeOf(error)]?.({}, error);
}

/** A refusal: the same would be refused again, so that trying again is of no use. */
export function findRefusal(error: unknown): Problem | undefined {
  return findConstraintProblem(error) ?? findScopeProblem(error);
}

/** A row outside the area, refused by row-level security. A right that is missing has the same code but is a fault. */
function findScopeProblem(error: unknown): Problem | undefined {
  if (codeOf(error) !== "42501" || !(error instanceof Error)) return undefined;
  // A new row is refused by the routine ExecWithCheckOptions in every language of the server; our functions raise.
  const routine = "routine" in error ? error.routine : "";
  const refused = routine === "ExecWithCheckOptions" || routine === "exec_stmt_raise";
  return refused ? accessProblems["access.outside-area"]({}, error) : undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
