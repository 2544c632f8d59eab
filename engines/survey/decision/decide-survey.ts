/** The three-way decision straight from a sample: its design, and who is wrong in it. */
import { InputError } from "../../input-error.ts";
import { isCensus } from "../design/census.ts";
import { type Design, countedRows, countedUnits } from "../design/design.ts";
import { type VarianceMethod, estimateStatistic } from "../estimate/estimate.ts";
import { requireAlpha } from "../interval/interval-input.ts";
import { meanOf } from "../estimate/statistic.ts";
import { type RateDecision, decide, decideRate, requireLimit } from "./decision.ts";

export interface SurveyQuestion {
  /** 1 wrong, 0 right, NaN not known; one a row of the design. */
  wrong: Float64Array;
  /** Rate 0..1 that is to be undercut. */
  limit: number;
  alpha: number;
  degreesOfFreedom: number;
  method?: VarianceMethod;
  /** For a sample in which nobody (or everybody) is wrong; from `plannedDesignEffectOf` when absent. */
  plannedDesignEffect?: number;
}

/**
 * Estimates the weighted share of the wrong, its design-based standard error, and decides by Korn-Graubard limits. Where
 * everybody was asked there is nothing to infer: both limits are the share itself.
 * @throws InputError decision.nobody-asked, decision.one-village, and as estimateStatistic and decideRate
 */
export function decideSurvey(design: Design, question: SurveyQuestion): RateDecision {
  const { wrong, limit, alpha, degreesOfFreedom } = question;
  const found = estimateStatistic(design, meanOf(wrong), question.method);
  const { estimate, standardError, rows: asked } = found;
  if (!(asked > 0 && Number.isFinite(estimate))) throw nobodyAsked();
  const counted = countedRows(design);
  if (asked === counted && isCensus(design)) return decideCensus(estimate, asked, question);
  if (found.units < 2) throw oneUnitAnswered();
  return decideRate({
    proportion: estimate,
    standardError,
    rows: counted,
    asked,
    degreesOfFreedom,
    plannedDesignEffect: question.plannedDesignEffect ?? plannedDesignEffectOf(design),
    limit,
    alpha,
  });
}

/** Nothing was left to chance: the share is known. */
function decideCensus(share: number, asked: number, { limit, alpha }: SurveyQuestion): RateDecision {
  requireLimit(limit);
  requireAlpha(alpha);
  const limits = { upper: share, lower: share };
  return { decision: decide(limits, limit), estimate: share, ...limits, effectiveSize: asked, limit, alpha };
}

/** Correlation of households of one village that a plan reckons with where it names none. */
const plannedCorrelation = 0.05;

/**
 * The design effect to assume where the plan names none and the sample shows no variance: what unequal weights cost, 1 + cv²(w),
 * times what villages cost where they were drawn first: 2, or 1 + (b − 1) · 0.05 where more than 21 households of each were asked
 * (b: households a village). Rows of weight 0 were not asked. L. Kish, Survey Sampling, 1965, §5.4 and §11.7; the product: L. Kish,
 * Methods for design effects, Journal of Official Statistics 11 (1995) 55.
 */
export function plannedDesignEffectOf(design: Design): number {
  const [rows, units] = [countedRows(design), countedUnits(design)];
  const ofVillages = units < rows ? Math.max(2, 1 + (rows / units - 1) * plannedCorrelation) : 1;
  let [sum, squares] = [0, 0];
  for (const weight of design.weight) {
    sum += weight;
    squares += weight * weight;
  }
  return ((rows * squares) / (sum * sum)) * ofVillages;
}

function oneUnitAnswered(): InputError {
  return new InputError("decision.one-village", {
    zh: "有结果的记录都在同一个村（逐户抽样的只有一户），看不出村与村的差别，不能认定：请在更多的村抽样。",
    en: "All records with an outcome lie in one village (of households drawn one by one: there is a single one), which does not show how villages differ, so nothing can be decided: sample more villages.",
  });
}

function nobodyAsked(): InputError {
  return new InputError("decision.nobody-asked", {
    zh: "没有一条记录有结果：每个值都缺失，或权重都为0。",
    en: "No record has an outcome: every value is missing, or every weight is 0.",
  });
}
