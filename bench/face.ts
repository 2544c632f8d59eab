/**
 * What a reader of a whole city waits for, in a real browser on the real server: first screens without a cache, then the
 * household list. Times are the browser's own.
 */
import { withBench } from "./bench.ts";
import { evaluateStep } from "./evaluate.ts";
import { openFaceHouse } from "./face-house.ts";
import { listSteps } from "./face-list.ts";
import { screenSteps } from "./face-screens.ts";
import { loadSteps } from "./load-steps.ts";
import type { StepResult } from "./step.ts";

export function runFaceBench(households: number, report: (step: StepResult) => void): Promise<void> {
  return withBench(households, report, async (bench) => {
    await loadSteps(bench);
    await evaluateStep(bench);
    const house = await openFaceHouse(bench);
    try {
      await screenSteps(bench, house);
      await listSteps(bench, house);
    } finally {
      await house.close();
    }
  });
}
