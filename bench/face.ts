/**
 * What a reader of a whole city waits for, in a real browser on the real server: first screens without a cache, then the
 * household list. Times are the browser's own.
 */
import { systemWork, wholeCountryCode } from "../domain/access/system-work.ts";
import { evaluateCounty } from "../domain/verdicts/evaluation/evaluation.service.ts";
import { type Bench, withBench } from "./bench.ts";
import { measure } from "./cpu.ts";
import { openFaceHouse } from "./face-house.ts";
import { listSteps } from "./face-list.ts";
import { screenSteps } from "./face-screens.ts";
import { loadSteps } from "./load-steps.ts";
import { type StepResult, stepOf } from "./step.ts";

export function runFaceBench(households: number, report: (step: StepResult) => void): Promise<void> {
  return withBench(households, report, async (bench) => {
    await loadSteps(bench);
    await evaluate(bench);
    const house = await openFaceHouse(bench);
    try {
      await screenSteps(bench, house);
      await listSteps(bench, house);
    } finally {
      await house.close();
    }
  });
}

async function evaluate({ app, owner, dataset, postmaster, report }: Bench): Promise<void> {
  const usage = await measure([postmaster], async () => {
    for (const county of dataset.counties)
      await systemWork(app, wholeCountryCode, new Date(), (work) =>
        evaluateCounty(work, county, dataset.year),
      );
    // An evaluation keeps the statistics of what it fills; the rest is what autovacuum would do.
    await owner.query("vacuum");
    await owner.query(
      "analyze verdicts.rollup, verdicts.evaluation, verdicts.list_place, verdicts.list_bits",
    );
  });
  report(stepOf("evaluate", dataset.households, usage));
}
