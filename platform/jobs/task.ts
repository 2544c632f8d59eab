/** Long work as a person sees it: what, where, for whom, how far, and what became of it. Nothing personal is in it. */
export type TaskState = "waiting" | "running" | "done" | "failed";

export interface NewTask {
  /** Names the handler, as `verdict.evaluate`. */
  kind: string;
  /** 12 digits: who may see this area may see the task. */
  areaCode: string;
  personId: string;
  input: unknown;
}

/** What stopped a task, as its problem said it. */
export interface TaskProblem {
  code: string;
  zh: string;
  en: string;
}

export interface Task extends NewTask {
  id: string;
  state: TaskState;
  done: number;
  total: number;
  /** The outcome; while the task is not done, what its handler kept in order to go on after an interruption. */
  result: unknown;
  problem: TaskProblem | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What a handler sees of its task. */
export interface TaskProgress {
  /**
   * Makes the progress visible at once, in a transaction of its own.
   * @param kept is given back as `task.result` when the task is taken up again
   */
  report(done: number, total: number, kept?: unknown): Promise<void>;
  /** Aborted when the worker wants to stop: a handler then throws or returns between two steps. */
  signal: AbortSignal;
}

/** Told right before a task is marked failed, so that what waited for it does not wait for ever; may be told twice. */
export type TaskFailure = (task: Task, problem: TaskProblem) => Promise<void>;

/** Does the work and returns the task's result. A Problem ends the task; any other error is tried again. */
export type TaskHandler = (task: Task, progress: TaskProgress) => Promise<unknown>;
