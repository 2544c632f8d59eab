/** Evaluating an area county by county: each county is one transaction, so a stopped run goes on where it was. */
import type { Database } from "../../../platform/db/database.ts";
import { startWork } from "../../../platform/jobs/task.service.ts";
import type { TaskProgress } from "../../../platform/jobs/task.ts";
import { systemWork } from "../../access/system-work.ts";
import { type Work, requireArea, scopeOf } from "../../access/work.ts";
import { EvaluationInput, EvaluationResult, type StartedEvaluation } from "./evaluation.contract.ts";
import { evaluateCounty, getNewestBookYear, listCountyYears } from "./evaluation.service.ts";
import { isAwaited, listWithdrawn } from "./evaluation.sql.ts";

export const evaluationTask = "verdict.evaluate";

/** Puts the evaluation in the queue. @throws Problem access.outside-area, verdict.no-book */
export async function startEvaluation(
  work: Work,
  areaCode: string,
  year?: number,
): Promise<StartedEvaluation> {
  requireArea(work.actor, areaCode);
  const chosen = year ?? (await getNewestBookYear(work, areaCode));
  const input: EvaluationInput = { areaCode, year: chosen };
  const task = { kind: evaluationTask, areaCode, personId: work.actor.personId, input };
  return { taskId: await startWork(work.tx, work.now, task), year: chosen };
}

/** Queues the evaluation of all counties and years whose figures a newer version has withdrawn. */
export async function evaluateWithdrawn(work: Work): Promise<void> {
  for (const { county, year } of await listWithdrawn(work.tx))
    await startEvaluation(work, `${county}000000`, year);
}

/** True while an evaluation that will change the figures of this area and year waits or runs, whoever started it. */
export async function isEvaluating(work: Work, areaCode: string, year: number): Promise<boolean> {
  return isAwaited(work.tx, scopeOf(areaCode), year);
}

interface RunParts {
  database: Database;
  clock: { now(): Date };
  /** The person who asked for it; null on the command line. */
  startedBy: string | null;
}

/**
 * Evaluates every county of the area that has a book of the year. `kept` is what an interrupted run had reported.
 * A part of a county is evaluated with its whole county: verdicts are built a county at a time.
 */
export async function runEvaluation(
  { database, clock, startedBy }: RunParts,
  input: EvaluationInput,
  progress: Pick<TaskProgress, "report" | "signal">,
  kept?: unknown,
): Promise<EvaluationResult> {
  const counties = await systemWork(database, input.areaCode, clock.now(), async (work) =>
    (await listCountyYears(work, input.areaCode))
      .filter((book) => book.year === input.year)
      .map((book) => book.county),
  );
  const before = EvaluationResult.safeParse(kept);
  let result: EvaluationResult = before.success ? before.data : { counties: [], households: 0, persons: 0 };
  await progress.report(result.counties.length, counties.length, result);
  for (const county of counties.filter((code) => !result.counties.includes(code))) {
    progress.signal.throwIfAborted();
    const done = await systemWork(
      database,
      `${county}000000`,
      clock.now(),
      (work) => evaluateCounty(work, county, input.year),
      startedBy,
    );
    result = {
      counties: [...result.counties, county],
      households: result.households + done.households,
      persons: result.persons + done.persons,
    };
    await progress.report(result.counties.length, counties.length, result);
  }
  return result;
}
