/** The engines of the survey against their bounds. A step is one function in the list; it says what it measured and the bound. */
import { type BoundResult, type Finding, boundResult } from "./bound.ts";
import { certifiedAtTheLimit } from "./survey-decision.ts";
import { drawnHouseholds, logOfAMillion } from "./survey-draw.ts";
import { estimateManyRows } from "./survey-estimate.ts";

/** Does its work and says each figure as soon as it is known. */
export type SurveyStep = (say: (finding: Finding) => void) => void | Promise<void>;

const steps: Record<string, SurveyStep> = {
  decision: certifiedAtTheLimit,
  draw: drawnHouseholds,
  log: logOfAMillion,
  estimate: estimateManyRows,
};

export async function runSurveyBench(_size: number, report: (result: BoundResult) => void): Promise<void> {
  for (const [name, step] of Object.entries(steps)) {
    let start = performance.now();
    await step((finding) => {
      report(boundResult(name, finding, (performance.now() - start) / 1000));
      start = performance.now();
    });
  }
}
