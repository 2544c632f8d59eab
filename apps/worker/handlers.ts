/** Which long work the worker can do: one line a kind, each a call into the module that knows how. */
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { TaskHandler } from "../../platform/jobs/task.ts";
import { EvaluationInput } from "../../domain/verdicts/evaluation.contract.ts";
import { evaluationTask, runEvaluation } from "../../domain/verdicts/evaluation-run.service.ts";

export function taskHandlers(database: Database, clock: Clock): Record<string, TaskHandler> {
  return {
    [evaluationTask]: (task, progress) =>
      runEvaluation(database, clock, EvaluationInput.parse(task.input), progress, task.result),
  };
}
