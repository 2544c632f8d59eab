/** Turns whatever was thrown into a problem. What nobody foresaw is `internal`, and a fault of the program. */
import { randomUUID } from "node:crypto";
import { accessProblems } from "../../domain/access/access.problems.ts";
import { findConstraintProblem } from "../../platform/db/constraint-problems.ts";
import { Problem, type ProblemMaker } from "../../platform/problem.ts";
import { requestProblems } from "./request.problems.ts";

const byCode: Record<string, ProblemMaker> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: requestProblems["request.unreadable"],
  FST_ERR_CTP_INVALID_JSON_BODY: requestProblems["request.unreadable"],
  FST_ERR_CTP_BODY_TOO_LARGE: requestProblems["request.too-large"],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: requestProblems["request.media-type"],
  FST_REQ_FILE_TOO_LARGE: requestProblems["request.too-large"],
  FST_INVALID_MULTIPART_CONTENT_TYPE: requestProblems["request.media-type"],
  ECONNREFUSED: requestProblems["server.unavailable"],
  ECONNRESET: requestProblems["server.unavailable"],
  // PostgreSQL: starting up, shutting down, crash of a peer, too many connections.
  "57P01": requestProblems["server.unavailable"],
  "57P02": requestProblems["server.unavailable"],
  "57P03": requestProblems["server.unavailable"],
  "53300": requestProblems["server.unavailable"],
  // PostgreSQL: serialization failure, deadlock, lock not available.
  "40001": requestProblems["server.busy"],
  "40P01": requestProblems["server.busy"],
  "55P03": requestProblems["server.busy"],
};

export function problemOfError(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = findConstraintProblem(error) ?? byCode[code]?.({}, error) ?? findScopeProblem(error, code);
  if (known) return known;
  if (isRefusedByServer(error)) return requestProblems["request.malformed"]({}, error);
  return requestProblems.internal({ id: randomUUID() }, error);
}

/** A row outside the area, refused by row-level security. A right that is missing has the same code but is a fault. */
function findScopeProblem(error: unknown, code: string): Problem | undefined {
  if (code !== "42501" || !(error instanceof Error)) return undefined;
  // A new row is refused by the routine ExecWithCheckOptions in every language of the server; our functions raise.
  const routine = "routine" in error ? error.routine : "";
  const refused = routine === "ExecWithCheckOptions" || routine === "exec_stmt_raise";
  return refused ? accessProblems["access.outside-area"]({}, error) : undefined;
}

/** Errors of the HTTP layer itself that blame the sender: an illegal header, a cut-off upload, a broken form. */
function isRefusedByServer(error: unknown): boolean {
  if (!(error instanceof Error) || !("statusCode" in error) || !("code" in error)) return false;
  return (
    Number(error.statusCode) >= 400 && Number(error.statusCode) < 500 && /^FST_/.test(String(error.code))
  );
}
