/** Step `evaluate`, before whatever reads verdicts. */
import { systemWork, wholeCountryCode } from "../domain/access/system-work.ts";
import { evaluateCounty } from "../domain/verdicts/evaluation/evaluation.service.ts";
import type { Bench } from "./bench.ts";
import { measure } from "./cpu.ts";
import { stepOf } from "./step.ts";

export async function evaluateStep({ app, owner, dataset, postmaster, report }: Bench): Promise<void> {
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
