/** What a rate could be whatever those who were not reached would have shown: C. F. Manski, American Economic Review 80 (1990) 319. */
import { InputError } from "../../input-error.ts";

export interface ResponseBounds {
  /** Share 0..1 if no one of those not reached were an event. */
  low: number;
  /** Share 0..1 if all of them were. */
  high: number;
  /** Share among those reached, as if the others were like them. */
  amongReached: number;
  /** Weighted share of those reached. */
  responseShare: number;
}

/**
 * Worst-case bounds of a proportion over everyone drawn; no assumption about those not reached. They hold for the sample: each
 * end still has its own sampling error.
 * @param outcomes 1 event, 0 none, NaN not reached
 * @param weights design weights, one a row; all equal when absent
 * @throws InputError decision.nobody-reached, decision.bad-weight, decision.bad-outcome
 */
export function nonResponseBounds(outcomes: Float64Array, weights?: Float64Array): ResponseBounds {
  let [events, reached, all] = [0, 0, 0];
  for (const [row, outcome] of outcomes.entries()) {
    const weight = weights ? weights[row] : 1;
    if (weight === undefined || !(weight >= 0 && weight < Infinity)) throw badWeight(row);
    all += weight;
    if (Number.isNaN(outcome)) continue;
    if (outcome !== 0 && outcome !== 1) throw badOutcome(row, outcome);
    reached += weight;
    events += weight * outcome;
  }
  if (reached === 0) throw nobodyReached();
  return {
    low: events / all,
    high: (events + all - reached) / all,
    amongReached: events / reached,
    responseShare: reached / all,
  };
}

function badWeight(row: number): InputError {
  return new InputError("decision.bad-weight", {
    zh: `第${row + 1}条记录没有权重，或权重为负、不是有限的数。`,
    en: `Record ${row + 1} has no weight, or one that is negative or not finite.`,
  });
}

function badOutcome(row: number, outcome: number): InputError {
  return new InputError("decision.bad-outcome", {
    zh: `第${row + 1}条记录的结果应为0、1或缺失；给出的是${outcome}。`,
    en: `The outcome of record ${row + 1} should be 0, 1 or missing; given: ${outcome}.`,
  });
}

function nobodyReached(): InputError {
  return new InputError("decision.nobody-reached", {
    zh: "没有调查到任何一户，无法给出比例。",
    en: "Nobody was reached: there is no share to give.",
  });
}
