/**
 * Results that a stranger can compute again: each says what was asked of whom, and the estimate that comes out of sample and
 * interviews. Weights, strata and clusters follow from the draw; nothing else of the estimate is a choice that is not written.
 */
import { InputError } from "../../input-error.ts";
import { type Design, buildDesign, countedRows, degreesOfFreedom } from "../design/design.ts";
import type { Draw } from "../draw/draw.ts";
import { estimateStatistic } from "../estimate/estimate.ts";
import { type IntervalKind, intervalOf } from "../estimate/estimate-interval.ts";
import { type Statistic, meanOf, ratioOf, totalOf } from "../estimate/statistic.ts";
import type { Interview } from "./interview.ts";
import { requireAnswerable } from "./answerable.ts";
import { type Respondent, respondentsOf } from "./respondents.ts";

/** What is estimated: of the units that were interviewed, with their answers as numbers (true is 1; texts are codes). */
export type ResultQuestion = {
  /** `proportion`: the share whose answer to `of` is `value`; `ratio`: the total of `of` over that of `over`. */
  measure: "mean" | "total" | "ratio" | "proportion";
  of: string;
  over?: string;
  value?: string | number | boolean;
  /** A group of the second stage, or a stratum where there is one stage; null for all. */
  group: string | null;
  interval: IntervalKind;
  /** Two-sided, 0.95 for 95 %. */
  level: number;
};

export type PublishedResult = ResultQuestion & {
  /** null where it is not defined, as the mean of nobody. */
  estimate: number | null;
  se: number | null;
  low: number | null;
  high: number | null;
  df: number;
  /** Units in the estimate: of the group, interviewed, with an answer. */
  rows: number;
};

/**
 * Answers a list of questions. Villages count as drawn with replacement inside their stratum (ultimate clusters, the cautious
 * side); of one stage each unit is its own cluster, and an srs has its finite population correction.
 *
 * @throws InputError results.no-weights for a plan without exact probabilities, results.nobody, those of requireAnswerable
 * and of the estimators
 */
export function publishedResults(
  draw: Draw,
  interviews: readonly Interview[],
  questions: readonly ResultQuestion[],
): PublishedResult[] {
  const respondents = respondentsOf(draw, interviews);
  if (respondents.length === 0) throw nobody();
  requireAnswerable(draw, interviews, questions);
  const design = designOf(draw, respondents);
  return questions.map((question) => answered(design, respondents, question));
}

/** What a result asks, without the numbers. */
export function questionOf(result: PublishedResult): ResultQuestion {
  const { measure, of, over, value, group, interval, level } = result;
  return {
    measure,
    of,
    ...(over !== undefined && { over }),
    ...(value !== undefined && { value }),
    group,
    interval,
    level,
  };
}

function designOf(draw: Draw, respondents: readonly Respondent[]): Design {
  const counts = Map.groupBy(draw.frame.units, (unit) => unit.stratum);
  const hasCorrection = !draw.second && draw.plan.method === "srs";
  return buildDesign({
    weight: Float64Array.from(respondents, ({ weight }) => weight),
    strata: respondents.map(({ stratum }) => stratum),
    clusters: [respondents.map(({ cluster }) => cluster)],
    ...(hasCorrection && {
      populations: [Float64Array.from(respondents, ({ stratum }) => counts.get(stratum)?.length ?? 0)],
    }),
  });
}

function answered(
  design: Design,
  respondents: readonly Respondent[],
  question: ResultQuestion,
): PublishedResult {
  const { group, interval, level } = question;
  const member = Uint8Array.from(respondents, (one) => Number(group === null || one.group === group));
  const found = estimateStatistic(design, statisticOf(respondents, question, member));
  const df = degreesOfFreedom(design);
  const { low, high } = intervalOf(interval, found, {
    design,
    isProportion: question.measure === "proportion",
    groupRows: countedRows(design, member),
    degreesOfFreedom: df,
    level,
  });
  return {
    ...question,
    estimate: numberOrNull(found.estimate),
    se: numberOrNull(found.standardError),
    low: numberOrNull(low),
    high: numberOrNull(high),
    df,
    rows: found.rows,
  };
}

function statisticOf(
  respondents: readonly Respondent[],
  { measure, of, over = "", value }: ResultQuestion,
  member: Uint8Array,
): Statistic {
  const numbers = (name: string): Float64Array =>
    Float64Array.from(respondents, ({ answers }) => numberOf(answers[name]));
  switch (measure) {
    case "mean":
      return meanOf(numbers(of), member);
    case "total":
      return totalOf(numbers(of), member);
    case "ratio":
      return ratioOf(numbers(of), numbers(over), member);
    case "proportion": {
      const share = Float64Array.from(respondents, ({ answers }) => {
        const answer = answers[of] ?? null;
        return answer === null ? Number.NaN : Number(answer === value);
      });
      return meanOf(share, member);
    }
  }
}

/** NaN for what was not answered, or answered by a code. */
function numberOf(answer: Interview["answers"][string] | undefined): number {
  if (typeof answer === "number") return answer;
  return typeof answer === "boolean" ? Number(answer) : Number.NaN;
}

function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function nobody(): InputError {
  return new InputError("results.nobody", {
    zh: "没有一份完成的查访，算不出结果。",
    en: "No interview was completed: there is nothing to estimate from.",
  });
}
