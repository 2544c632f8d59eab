/** An estimate in words that a county leader understands. */
import type { Interval } from "../interval/interval.ts";
import { type Words, percent } from "../interval/interval-words.ts";
import type { Estimate } from "./estimate.ts";

export interface EstimateStory {
  name: string;
  /** A share 0..1, said in percent. */
  isProportion: boolean;
  found: Omit<Estimate, "units">;
  interval: Interval;
  degreesOfFreedom: number;
  level: number;
  /** Everybody was asked and answered: the estimate is the true value. */
  isKnown?: boolean;
}

/** What the estimate, its interval, its design effect and its degrees of freedom mean. */
export function explainEstimate(story: EstimateStory): Words {
  const { name, isProportion, found, interval, degreesOfFreedom: df } = story;
  if (Number.isNaN(found.estimate)) {
    return {
      zh: `“${name}”没有可用的记录，得不出估计。没有数据不等于零，也不等于达标或不达标。`,
      en: `No record has a value for "${name}", so there is no estimate. No data is neither zero, nor met, nor failed.`,
    };
  }
  if (story.isKnown === true) return knownWords(story);
  const say = (value: number): Words =>
    isProportion ? percent(value) : { zh: amount(value), en: amount(value) };
  const [estimate, low, high] = [say(found.estimate), say(interval.low), say(interval.high)];
  if (Number.isNaN(interval.low)) return withoutInterval(name, estimate, found.rows);
  const sure = percent(story.level).zh.slice(0, -1);
  const effect = effectWords(found);
  const few = df < 8;
  return {
    zh:
      `“${name}”估计为${estimate.zh}，依据${found.rows}条有效记录。只调查了一部分，真实数值不会恰好等于它：` +
      `用同样的办法反复抽样，100次里约有${sure}次，区间会包含真实数值；这一次的区间是${low.zh}至${high.zh}。` +
      `区间宽，说明样本能回答的有限，不说明工作好坏；标准线落在区间之内，是证据不足，不是不达标。` +
      `${effect.zh}抽样误差的自由度是${df}（大致是抽到的村数减层数）${few ? "，偏少，请统计人员复核" : ""}。`,
    en:
      `"${name}" is estimated at ${estimate.en} from ${found.rows} records with a value. Only a part was asked, so the true ` +
      `value will not be just this: if samples were drawn again and again in the same way, about ${sure} of 100 intervals would ` +
      `contain it; this time the interval is ${low.en} to ${high.en}. A wide interval says that the sample can answer little, not ` +
      `that work was good or bad; where the line lies inside the interval there is not enough evidence, which is not a failure. ` +
      `${effect.en}The sampling error has ${df} degrees of freedom (roughly the villages drawn minus strata)` +
      `${few ? ", which is few: let a statistician look" : ""}.`,
  };
}

function withoutInterval(name: string, estimate: Words, rows: number): Words {
  return {
    zh:
      `“${name}”估计为${estimate.zh}，依据${rows}条有效记录。这些记录来自同一个村（或只有一条），看不出村与村的差别，` +
      "所以给不出区间：这个数字误差多大不知道，不能据此认定达标或不达标。请并组，或在更多的村抽样。",
    en:
      `"${name}" is estimated at ${estimate.en} from ${rows} records with a value. They come from one village (or are a single one), which ` +
      "does not show how villages differ, so there is no interval: how wrong the figure may be is not known, and it settles neither met " +
      "nor failed. Join the group with another, or sample more villages.",
  };
}

function knownWords({ name, isProportion, found: { estimate, rows } }: EstimateStory): Words {
  const value = isProportion ? percent(estimate) : { zh: amount(estimate), en: amount(estimate) };
  return {
    zh: `“${name}”是${value.zh}，依据${rows}条记录。全部都查了，这就是真实数值，没有抽样误差。`,
    en: `"${name}" is ${value.en}, from ${rows} records. Everybody was asked, so this is the true value, without sampling error.`,
  };
}

function effectWords({ designEffect, rows }: Omit<Estimate, "units">): Words {
  if (!(designEffect > 0)) return { zh: "", en: "" };
  const [effect, equivalent] = [amount(designEffect), Math.round(rows / designEffect)];
  return {
    zh: `设计效应${effect}：这些记录说明的，相当于简单随机抽取的约${equivalent}条。`,
    en: `The design effect is ${effect}: these records tell as much as about ${equivalent} drawn simply at random. `,
  };
}

function amount(value: number): string {
  return Math.abs(value) >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(4)));
}
