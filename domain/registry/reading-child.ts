/** The child of reading-process.ts: reads one file, says what it found and ends. */
import { buffer } from "node:stream/consumers";
import { Problem } from "../../platform/problem.ts";
import { type ReadingProblemCode, readingProblems } from "./reading.problems.ts";
import type { ChildMessage, ChildTask } from "./reading-process.ts";
import { readRegister } from "./reading.ts";

const portion = 500;

process.once("message", (task: ChildTask) => {
  // A crash ends with a code that the parent turns into a problem; its message may hold personal data and is not shown.
  answer(task).then(
    () => process.disconnect(),
    () => process.exit(1),
  );
});

async function answer({ name, options }: ChildTask): Promise<void> {
  try {
    const { households, ...register } = await readRegister(
      { name, bytes: await buffer(process.stdin) },
      {
        ...options,
        onProgress: (rowsRead) => void say({ kind: "progress", rowsRead }),
      },
    );
    for (let at = 0; at < households.length; at += portion)
      await say({ kind: "households", households: households.slice(at, at + portion) });
    await say({ kind: "done", register });
  } catch (error) {
    if (!(error instanceof Problem) || !isReadingCode(error.code)) throw error;
    await say({ kind: "problem", code: error.code, detail: error.detail });
  }
}

function isReadingCode(code: string): code is ReadingProblemCode {
  return code in readingProblems;
}

/** Waits until the pipe has taken the message, so that a slow parent holds the child back. */
function say(message: ChildMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}
