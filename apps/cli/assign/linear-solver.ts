/** HiGHS in a thread of its own, so that the program stays free and can end it. */
import { Worker } from "node:worker_threads";
import type { LinearModel } from "../../../engines/assignment/linear-model.ts";

export interface LinearRequest {
  model: LinearModel;
  seconds: number;
  /** The first answer found will do. */
  anyAnswer: boolean;
}

export type LinearAnswer =
  /** `bound` is the solver's own: no answer costs less. */
  { kind: "found"; values: Float64Array; bound: number } | { kind: "none" } | { kind: "stopped" };

export interface LinearSolver {
  solve(request: LinearRequest): Promise<LinearAnswer>;
  close(): Promise<void>;
}

/** Beyond its limit the solver may still finish a step. */
const graceSeconds = 10;

export function openLinearSolver(): LinearSolver {
  const start = () => new Worker(new URL("./linear-solver.worker.ts", import.meta.url));
  let worker = start();
  return {
    solve: async (request) => {
      if (request.seconds <= 0) return { kind: "stopped" };
      const answer = await askOnce(worker, request);
      if (answer) return answer;
      await worker.terminate();
      worker = start();
      return { kind: "stopped" };
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** @returns undefined when it does not end */
function askOnce(worker: Worker, request: LinearRequest): Promise<LinearAnswer | undefined> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      worker.off("message", onAnswer).off("error", onError);
    };
    const timer = setTimeout(
      () => {
        end();
        resolve(undefined);
      },
      (request.seconds + graceSeconds) * 1000,
    );
    const onAnswer = (answer: LinearAnswer) => {
      end();
      resolve(answer);
    };
    const onError = (error: unknown) => {
      end();
      reject(error instanceof Error ? error : new Error("The solver failed."));
    };
    worker.on("message", onAnswer).on("error", onError);
    worker.postMessage(request, []);
  });
}
