/** What an interval says, in words that a county's leader understands. */
import type { HideReason } from "./display-rule.ts";
import type { Interval } from "./interval.ts";

export interface Words {
  zh: string;
  en: string;
}

/** A share 0..1 as per cent: two decimals, no idle zeros. */
export function percent(share: number): Words {
  const text = String(Number((share * 100).toFixed(2)));
  return { zh: `${text}%`, en: `${text} %` };
}

/** @param rate an estimated share with its two-sided interval; `asked`: households or persons that it rests on */
export function explainInterval(rate: Interval & { estimate: number; level: number; asked: number }): Words {
  const [estimate, low, high, level] = [rate.estimate, rate.low, rate.high, rate.level].map(percent);
  return {
    zh:
      `调查的${rate.asked}户推算出的比例是${estimate?.zh}。只调查了一部分户，换一批户结果会有出入：` +
      `照这样的办法抽样，100次里约有${hundredths(rate.level)}次，算出的区间会包含全县的真实比例；这一次的区间是${low?.zh}到${high?.zh}。` +
      "区间里的任何一个值都不能排除。要让区间变窄，应多抽村、多抽户。",
    en:
      `The ${rate.asked} that were asked put the rate at ${estimate?.en}. Only a part was asked, and another part would give a somewhat ` +
      `different figure: in about ${level?.en} of samples drawn this way the interval holds the true rate of the whole county; this time it ` +
      `runs from ${low?.en} to ${high?.en}. No value inside it can be ruled out. More villages and more households make it narrower.`,
  };
}

function hundredths(level: number): string {
  return String(Number((level * 100).toFixed(1)));
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
