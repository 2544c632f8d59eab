/** Evaluation from the command line: in this process, with a bar that counts counties. */
import { getDivisionTree } from "../../domain/registry/division.service.ts";
import { getNewestBookYear } from "../../domain/verdicts/evaluation/evaluation.service.ts";
import { runEvaluation } from "../../domain/verdicts/evaluation/evaluation-run.service.ts";
import { verdictProblems } from "../../domain/verdicts/verdict.problems.ts";
import type { Progress } from "./output.ts";
import type { Working } from "./session.ts";

/**
 * Evaluates the book of `year`, or the newest one, of every county below the area.
 * @throws Problem area.not-found, verdict.no-book
 */
export async function evaluateArea(session: Working, progress: Progress, area: string, year?: number) {
  // A place that does not exist is not one without a book.
  await session.work((work) => getDivisionTree(work, area), area);
  const book = year ?? (await session.work((work) => getNewestBookYear(work, area), area));
  progress.step(`正在判定${book}年台账 / judging the book of ${book}`);
  const result = await runEvaluation(
    { database: session.database, clock: session.clock, startedBy: null },
    { areaCode: area, year: book },
    { report: async (done, total) => progress.bar(done, total), signal: new AbortController().signal },
  );
  if (result.counties.length === 0) throw verdictProblems["verdict.no-book"]({ area });
  return { ...result, year: book };
}
