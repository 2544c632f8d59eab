/** What scores and ranks refuse, each with a sentence that says what to do. Units are counted from one. */
import { InputError } from "../../input-error.ts";

export function goalpostWrong(worst: number, best: number): InputError {
  return new InputError("score.goalpost-wrong", {
    zh: `指标的标杆值是${worst}（零分）和${best}（满分）：须是两个不同的数，写在方案里。`,
    en: `The goalposts are ${worst} (no points) and ${best} (full points): they must be two different numbers, fixed in the plan.`,
  });
}

export function weightsWrong(): InputError {
  return new InputError("score.weights-wrong", {
    zh: "权重须不小于0、至少有一个大于0，并且每个指标一个。",
    en: "Weights must be 0 or more, one of them above 0, and there must be one for each indicator.",
  });
}

/** @param unit its place among several; absent where a single unit is scored */
export function valueMissing(indicator: string, unit?: number): InputError {
  const [zh, en] =
    unit === undefined ? ["这个单位", "This unit"] : [`第${unit + 1}个单位`, `Unit ${unit + 1}`];
  return new InputError("score.value-missing", {
    zh: `${zh}没有“${indicator}”的数值：没有数值就没有得分，请补齐，或从方案中去掉这个指标。`,
    en: `${en} has no value of "${indicator}": without one there is no score. Supply it, or leave the indicator out of the plan.`,
  });
}

export function lengthsUnequal(what: string, length: number, expected: number): InputError {
  return new InputError("score.lengths-unequal", {
    zh: `“${what}”有${length}个值，应有${expected}个。`,
    en: `"${what}" has ${length} values and should have ${expected}.`,
  });
}

export function estimateWrong(unit: number, estimate: number): InputError {
  return new InputError("rank.estimate-wrong", {
    zh: `第${unit + 1}个单位的估计值是${estimate}：每个参加排名的单位都须有一个数。`,
    en: `Unit ${unit + 1} has the estimate ${estimate}: each unit that is ranked needs a number.`,
  });
}

export function errorWrong(unit: number, standardError: number): InputError {
  return new InputError("rank.se-wrong", {
    zh: `第${unit + 1}个单位的标准误是${standardError}：须是不小于0的数；全部查清、没有抽样误差的写0。`,
    en: `Unit ${unit + 1} has the standard error ${standardError}: it must be 0 or more; 0 where everybody was asked.`,
  });
}

export function alphaWrong(alpha: number): InputError {
  return new InputError("rank.alpha-wrong", {
    zh: `显著性水平是${alpha}：须大于0、小于1，通常用0.05。`,
    en: `alpha is ${alpha}: it must be above 0 and below 1; 0.05 is usual.`,
  });
}

export function cutsWrong(): InputError {
  return new InputError("score.cuts-wrong", {
    zh: "等次的分数线须依次升高：较差线、中间线、好线。",
    en: "The cuts of grades must rise: poor, middle, good.",
  });
}
