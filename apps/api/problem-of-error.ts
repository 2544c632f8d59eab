/** Turns whatever was thrown into a problem. What nobody foresaw is `internal`, and a fault of the program. */
import { randomUUID } from "node:crypto";
import { Problem, type ProblemMaker } from "../../platform/problem.ts";
import { findDatabaseProblem } from "../problem-of-database.ts";
import { requestProblems } from "./request.problems.ts";

const byCode: Record<string, ProblemMaker> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: requestProblems["request.unreadable"],
  FST_ERR_CTP_INVALID_JSON_BODY: requestProblems["request.unreadable"],
  FST_ERR_CTP_BODY_TOO_LARGE: requestProblems["request.too-large"],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: requestProblems["request.media-type"],
  FST_REQ_FILE_TOO_LARGE: requestProblems["request.too-large"],
  FST_INVALID_MULTIPART_CONTENT_TYPE: requestProblems["request.media-type"],
};

export function problemOfError(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = findDatabaseProblem(error) ?? byCode[code]?.({}, error);
  if (known) return known;
  if (isRefusedByServer(error)) return requestProblems["request.malformed"]({}, error);
  return requestProblems.internal({ id: randomUUID() }, error);
}

/** Errors of the HTTP layer itself that blame the sender: an illegal header, a cut-off upload, a broken form. */
function isRefusedByServer(error: unknown): boolean {
  if (!(error instanceof Error) || !("statusCode" in error) || !("code" in error)) return false;
  return (
    Number(error.statusCode) >= 400 && Number(error.statusCode) < 500 && /^FST_/.test(String(error.code))
  );
}
