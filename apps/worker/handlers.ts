/** Which long work the worker can do: one line a kind, each a call into the module that knows how. */
import { systemWork } from "../../domain/access/system-work.ts";
import {
  type ReportStep,
  applyBatch,
  applyTask,
  previewTask,
  readAndPreview,
  releaseBatch,
} from "../../domain/registry/import-batch.service.ts";
import { ImportKey } from "../../domain/registry/import.contract.ts";
import { readRegisterInChild } from "../../domain/registry/reading-process.ts";
import { EvaluationInput } from "../../domain/verdicts/evaluation.contract.ts";
import { evaluationTask, runEvaluation } from "../../domain/verdicts/evaluation-run.service.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Task, TaskHandler, TaskProgress } from "../../platform/jobs/task.ts";
import { Problem } from "../../platform/problem.ts";
import { findRefusal } from "../problem-of-database.ts";
import { registerListener } from "../register-listener.ts";

export function taskHandlers(database: Database, clock: Clock): Record<string, TaskHandler> {
  const inArea = <T>(task: Task, use: Parameters<typeof systemWork<T>>[3]) =>
    systemWork(database, task.areaCode, clock.now(), use, task.personId);
  const handlers: Record<string, TaskHandler> = {
    [evaluationTask]: (task, progress) =>
      runEvaluation(
        { database, clock, startedBy: task.personId },
        EvaluationInput.parse(task.input),
        progress,
        task.result,
      ),
    [previewTask]: async (task, progress) => {
      const key = ImportKey.parse(task.input);
      const refusal = await inArea(task, (work) =>
        readAndPreview(work, key, readRegisterInChild, stepReport(progress)),
      );
      // Thrown after the commit: the import says that it was refused, and so does its task.
      if (refusal) throw refusal;
    },
    [applyTask]: async (task, progress) => {
      const key = ImportKey.parse(task.input);
      try {
        await inArea(task, (work) =>
          applyBatch(work, key, readRegisterInChild, registerListener, stepReport(progress)),
        );
      } catch (error) {
        const problem = refusalOf(error);
        if (problem) await inArea(task, (work) => releaseBatch(work, key, problem));
        throw error;
      }
    },
  };
  return Object.fromEntries(Object.entries(handlers).map(([kind, handler]) => [kind, sayingWhy(handler)]));
}

/** Ends a refused task with its problem. */
function sayingWhy(handler: TaskHandler): TaskHandler {
  return async (task, progress) => {
    try {
      return await handler(task, progress);
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  };
}

/** The problem that ends a task. What the database could not do just now is no refusal: the queue tries it again. */
function refusalOf(error: unknown): Problem | undefined {
  return error instanceof Problem ? error : findRefusal(error);
}

function stepReport(progress: TaskProgress): ReportStep {
  return (step, done, total) => progress.report(done, total, { step });
}
