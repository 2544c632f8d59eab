/**
 * How often the decision rule certifies a county that does not deserve it: many made-up counties whose true rate is 2 %, one
 * sample from each. The bound holds for the design of the plan, 30 villages × 20 households where villages differ as planned
 * for (rho 0.05, design effect near 2); beside it stand villages that differ far more, and the remedy, more villages.
 */
import { decideSurvey } from "../engines/survey/decision/decide-survey.ts";
import { buildDesign, degreesOfFreedom } from "../engines/survey/design/design.ts";
import type { Finding } from "./bound.ts";
import { type ClusterSample, countyMaker, drawSample, seededRandom } from "./survey-county.ts";

const counties = 2_000;
const limit = 0.02;

export function certifiedAtTheLimit(say: (finding: Finding) => void): void {
  const planned = shares(30, 20, 0.05);
  say({
    what: `certified at a true 2 % (30 × 20, rho 0.05, ${counties} counties)`,
    value: 100 * planned.certified,
    unit: "%",
    bound: 7,
    beside: {
      "naive rule passes": perCent(planned.naive),
      "called failed": perCent(planned.failed),
      "mean households": planned.households,
      "mean n/n_eff": planned.effect,
      "30 × 20 at rho 0.15": perCent(shares(30, 20, 0.15).certified),
      "60 × 8 at rho 0.15": perCent(shares(60, 8, 0.15).certified),
    },
  });
}

interface Shares {
  certified: number;
  failed: number;
  naive: number;
  households: number;
  effect: number;
}

/** Shares of counties, and means over them. */
function shares(villages: number, take: number, rho: number): Shares {
  const random = seededRandom(20_181_130);
  const makeCounty = countyMaker(limit, rho, random);
  const sum: Shares = { certified: 0, failed: 0, naive: 0, households: 0, effect: 0 };
  for (let county = 0; county < counties; county += 1) {
    const sample = drawSample(makeCounty(), villages, take, random);
    const { decision, estimate, effectiveSize } = decideSample(sample);
    sum.certified += Number(decision === "certified") / counties;
    sum.failed += Number(decision === "failed") / counties;
    sum.naive += Number(estimate < limit) / counties;
    sum.households += sample.wrong.length / counties;
    sum.effect += sample.wrong.length / effectiveSize / counties;
  }
  return sum;
}

function decideSample({ weight, village, wrong }: ClusterSample) {
  const design = buildDesign({ weight, clusters: [village] });
  return decideSurvey(design, { wrong, limit, alpha: 0.05, degreesOfFreedom: degreesOfFreedom(design) });
}

function perCent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
