/** Which long work the worker can do, and who hears when it failed: one line a kind, each a call into the module that knows how. */
import { systemWork } from "../../domain/access/system-work.ts";
import { applyTask, previewTask } from "../../domain/registry/import-batch.service.ts";
import type { ReportStep } from "../../domain/registry/import-file.service.ts";
import { applyBatch, readAndPreview, releaseBatch } from "../../domain/registry/import-run.service.ts";
import { releaseUndo, undoBatch, undoTask } from "../../domain/registry/import-undo.service.ts";
import { ImportKey, ImportToApply } from "../../domain/registry/import.contract.ts";
import { makeRejectedFile, rejectedFileTask } from "../../domain/registry/rejected-file.service.ts";
import { readRegisterInChild } from "../../domain/registry/reading-process.ts";
import { EvaluationInput } from "../../domain/verdicts/evaluation/evaluation.contract.ts";
import { HouseholdExportInput } from "../../domain/verdicts/list/household-export.contract.ts";
import {
  householdExportTask,
  runHouseholdExport,
} from "../../domain/verdicts/list/household-export.service.ts";
import { evaluationTask, runEvaluation } from "../../domain/verdicts/evaluation/evaluation-run.service.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Task, TaskFailure, TaskHandler, TaskProgress } from "../../platform/jobs/task.ts";
import { Problem } from "../../platform/problem.ts";
import { findRefusal } from "../problem-of-database.ts";
import { registerListener } from "../register-listener.ts";

export function taskHandlers(database: Database, clock: Clock): Record<string, TaskHandler> {
  const handlers: Record<string, TaskHandler> = {
    [evaluationTask]: (task, progress) =>
      runEvaluation(
        { database, clock, startedBy: task.personId },
        EvaluationInput.parse(task.input),
        progress,
        task.result,
      ),
    [previewTask]: async (task, progress) => {
      const refusal = await inArea(database, clock, task, (work) =>
        readAndPreview(work, ImportKey.parse(task.input), readRegisterInChild, stepReport(progress)),
      );
      // Thrown after the commit: the import says that it was refused, and so does its task.
      if (refusal) throw refusal;
    },
    [applyTask]: (task, progress) => {
      const key = ImportToApply.parse(task.input);
      return inArea(database, clock, task, (work) =>
        applyBatch(work, key, readRegisterInChild, registerListener, stepReport(progress)),
      );
    },
    [undoTask]: (task) =>
      inArea(database, clock, task, (work) => undoBatch(work, ImportKey.parse(task.input), registerListener)),
    [rejectedFileTask]: (task, progress) => {
      const asked = { id: task.id, personId: task.personId, input: ImportKey.parse(task.input) };
      return inArea(database, clock, task, (work) =>
        makeRejectedFile(work, asked, readRegisterInChild, stepReport(progress)),
      );
    },
    [householdExportTask]: (task, progress) => {
      const asked = { id: task.id, personId: task.personId, input: HouseholdExportInput.parse(task.input) };
      return inArea(database, clock, task, (work) =>
        runHouseholdExport(work, asked, (rows) => progress.report(rows, 0)),
      );
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

/** What becomes of an import whose task failed: it can be tried again. */
export function taskFailures(database: Database, clock: Clock): Record<string, TaskFailure> {
  return {
    [previewTask]: (task, problem) =>
      inArea(database, clock, task, (work) => releaseBatch(work, ImportKey.parse(task.input), problem)),
    [undoTask]: (task, problem) =>
      inArea(database, clock, task, (work) => releaseUndo(work, ImportKey.parse(task.input), problem)),
    [applyTask]: (task, problem) =>
      inArea(database, clock, task, (work) => releaseBatch(work, ImportToApply.parse(task.input), problem)),
  };
}

function inArea<T>(
  database: Database,
  clock: Clock,
  task: Task,
  use: Parameters<typeof systemWork<T>>[3],
): Promise<T> {
  return systemWork(database, task.areaCode, clock.now(), use, task.personId);
}
