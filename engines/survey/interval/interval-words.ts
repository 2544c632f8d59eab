/** What a limit says and why a rate is not shown, in words that a county's leader understands. */
import { percentOfShare } from "../../figure/percent.ts";
import type { HideReason } from "./display-rule.ts";

export interface Words {
  zh: string;
  en: string;
}

/**
 * A share 0..1 as per cent: two decimals, no idle zeros, and more decimals where two would say 0% or 100% of what is neither.
 * What is no number is `—`.
 */
export function percent(share: number): Words {
  const zh = percentOfShare(share).replace(/\.?0*%$/, "%");
  return { zh, en: zh.replace("%", " %") };
}

/** @param limit marked units that are still possible, of `population`, at the one-sided `level` */
export function explainMarkedUpper(given: {
  events: number;
  n: number;
  population: number;
  limit: number;
  level: number;
}): Words {
  const share = percent(given.limit / given.population);
  const level = percent(given.level);
  return {
    zh:
      `${given.population}户里随机抽查了${given.n}户，发现${given.events}户有问题。` +
      `有${level.zh}的把握说：全部户里有问题的不超过${given.limit}户（${share.zh}）。没有抽到的户越少，这个数越接近实际。`,
    en:
      `Of ${given.population} households ${given.n} were drawn at random and ${given.events} found wrong. With ${level.en} confidence no more ` +
      `than ${given.limit} of all (${share.en}) are wrong. The fewer were left out, the nearer this is to the truth.`,
  };
}

const hideReasons: Record<HideReason, Words> = {
  "too-few-asked": { zh: "调查的户数太少", en: "too few were asked" },
  "too-small-effective-size": {
    zh: "村与村差别大，折算下来的有效样本太少",
    en: "villages differ so much that the sample is worth too few independent answers",
  },
  "too-wide": { zh: "区间太宽", en: "the interval is too wide" },
  "too-wide-for-its-size": {
    zh: "区间相对于比例本身太宽",
    en: "the interval is too wide beside the rate itself",
  },
};

/** Why a rate is not shown. @param reasons at least one */
export function explainHidden(reasons: readonly HideReason[]): Words {
  const zh = reasons.map((reason) => hideReasons[reason].zh).join("；");
  const en = reasons.map((reason) => hideReasons[reason].en).join("; ");
  return {
    zh: `这个比例不公布：${zh}。这不说明情况好，也不说明情况差，只说明证据还不足以给出数字。`,
    en: `This rate is not shown: ${en}. That speaks neither for the place nor against it: the evidence does not carry a figure.`,
  };
}
