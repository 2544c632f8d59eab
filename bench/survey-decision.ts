/**
 * How often the decision rule certifies a county that does not deserve it: many made-up counties whose true rate is 2 %, one
 * sample from each. The bound holds for the design of the plan, 30 villages × 20 households where villages differ as planned
 * for (rho 0.05, design effect near 2). Beside it stand villages that differ far more, where the rule is above the bound; the
 * remedy, more villages; and what a stricter rule, n_eff never above asked / planned design effect, would hold and cost.
 */
import { decideSurvey } from "../engines/survey/decision/decide-survey.ts";
import { buildDesign, degreesOfFreedom } from "../engines/survey/design/design.ts";
import { clopperPearsonUpper } from "../engines/survey/interval/interval.ts";
import type { Finding } from "./bound.ts";
import { type ClusterSample, countyMaker, drawSample, seededRandom } from "./survey-county.ts";

const counties = 2_000;
const limit = 0.02;
const alpha = 0.05;
/** Per cent. */
const bound = 7;
const plannedDesignEffect = 2;

export function certifiedAtTheLimit(say: (finding: Finding) => void): void {
  const planned = shares(30, 20, 0.05);
  const uneven = shares(30, 20, 0.15);
  const deserving = shares(30, 20, 0.05, 0.005);
  say({
    what: `certified at a true 2 % (30 × 20, rho 0.05, ${counties} counties)`,
    value: 100 * planned.certified,
    unit: "%",
    bound,
    beside: {
      "naive rule passes": perCent(planned.naive),
      "called failed": perCent(planned.failed),
      "mean households": planned.households,
      "mean n/n_eff": planned.effect,
      "30 × 20 at rho 0.15":
        perCent(uneven.certified) + (100 * uneven.certified > bound ? " (above the bound)" : ""),
      "60 × 8 at rho 0.15": perCent(shares(60, 8, 0.15).certified),
      "stricter rule, rho 0.05 and 0.15": `${perCent(planned.stricter)}, ${perCent(uneven.stricter)}`,
      "certified at a true 0.5 %, stricter rule": `${perCent(deserving.certified)}, ${perCent(deserving.stricter)}`,
    },
  });
}

interface Shares {
  certified: number;
  failed: number;
  /** Certified were n_eff held to asked / planned design effect. */
  stricter: number;
  naive: number;
  households: number;
  effect: number;
}

/** Shares of counties, and means over them. */
function shares(villages: number, take: number, rho: number, rate = limit): Shares {
  const random = seededRandom(20_181_130);
  const makeCounty = countyMaker(rate, rho, random);
  const sum: Shares = { certified: 0, failed: 0, stricter: 0, naive: 0, households: 0, effect: 0 };
  for (let county = 0; county < counties; county += 1) {
    const sample = drawSample(makeCounty(), villages, take, random);
    const { decision, estimate, effectiveSize } = decideSample(sample);
    sum.certified += Number(decision === "certified") / counties;
    sum.failed += Number(decision === "failed") / counties;
    const size = Math.min(effectiveSize, sample.wrong.length / plannedDesignEffect);
    sum.stricter += Number(clopperPearsonUpper(size * estimate, size, alpha) < limit) / counties;
    sum.naive += Number(estimate < limit) / counties;
    sum.households += sample.wrong.length / counties;
    sum.effect += sample.wrong.length / effectiveSize / counties;
  }
  return sum;
}

function decideSample({ weight, village, wrong }: ClusterSample) {
  const design = buildDesign({ weight, clusters: [village] });
  return decideSurvey(design, { wrong, limit, alpha, degreesOfFreedom: degreesOfFreedom(design) });
}

function perCent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
