/** What measures of poverty say, in words that a county's leader understands. */
import type { Estimate } from "../estimate/estimate.ts";
import { type Words, percent } from "../interval/interval-words.ts";
import type { PovertyLine } from "./poverty-line.ts";
import type { PovertyMeasures } from "./poverty-measures.ts";

/** The estimate in per cent with the reach of a 95 % interval on each side. */
function withError({ estimate, standardError }: Estimate): Words {
  const [rate, error] = [percent(estimate), percent(1.96 * standardError)];
  return {
    zh: `${rate.zh}（抽样误差上下约${error.zh}）`,
    en: `${rate.en} (give or take ${error.en} for sampling)`,
  };
}

/** What the depth says beyond the rate, and the severity beyond the depth. Amounts are in the unit of the incomes. */
export function explainPoverty({ fgt0, fgt1, fgt2 }: PovertyMeasures, line: PovertyLine): Words {
  if (Number.isNaN(fgt0.estimate)) return noIncomes;
  const rule: Words =
    line.poor === "below"
      ? { zh: `低于${line.line}`, en: `below ${line.line}` }
      : { zh: `不高于${line.line}`, en: `at or below ${line.line}` };
  if (fgt0.estimate === 0) return nobodyPoor(fgt0.rows, rule);
  const gap = fgt1.estimate / fgt0.estimate;
  const [share, depth, short, severity] = [
    withError(fgt0),
    withError(fgt1),
    percent(gap),
    percent(fgt2.estimate),
  ];
  const [each, all] = [amount(gap * line.line), amount(fgt1.estimate * line.line)];
  return {
    zh:
      `收入${rule.zh}的算贫困，贫困发生率是${share.zh}。发生率只数人头，不问差多远：刚在线下的人过了线它就降，最穷的人更穷它不动。` +
      `贫困深度${depth.zh}说的是差多远：贫困的人平均比线低${short.zh}，每人差${each}；把差额平均到全体人口，每人${all}，` +
      `这就是把所有人刚好补到线所需的钱。贫困强度${severity.zh}把差得多的人算得更重：深度不变而强度上升，说明最穷的人更穷了。` +
      "发生率下降而深度不降，往往是只帮了线边上的户。",
    en:
      `Who has an income ${rule.en} is poor; the poverty rate is ${share.en}. The rate counts heads and does not ask how far they are from ` +
      `the line: it falls when somebody just below crosses it and stands still when the poorest get poorer. The depth, ${depth.en}, says how ` +
      `far: the poor lie ${short.en} below the line on average, ${each} each; spread over the whole population that is ${all} a head, the ` +
      `money that would lift everybody just to the line. The severity, ${severity.en}, counts the poorest more: where it rises at the ` +
      "same depth they have become poorer. A rate that falls while the depth does not often means that only those next to the line were helped.",
  };
}

const noIncomes: Words = {
  zh: "没有一条记录有收入，得不出贫困指标。没有数据不等于没有贫困。",
  en: "No record has an income, so nothing can be said about poverty. No data does not mean no poverty.",
};

function nobodyPoor(rows: number, rule: Words): Words {
  return {
    zh: `样本的${rows}条记录里没有收入${rule.zh}的。这不证明全体里一个也没有：还可能有多少，取决于抽了多少户，请看“没有发现问题时的上限”。`,
    en:
      `None of the ${rows} records of the sample has an income ${rule.en}. That does not prove that nobody has: how many there may still be ` +
      "depends on how many were asked; see the limit for a sample without a case.",
  };
}

/** The indices that hold rate, depth and inequality among the poor in one number. */
export function explainPovertyIndices({ watts, sen, sst }: PovertyMeasures): Words {
  const [ofWatts, ofSen, ofSst] = [watts, sen, sst].map(({ estimate }) => figure(estimate));
  return {
    zh:
      `三个综合指数把“多少人穷、差多远、穷人之间差距多大”合成一个数：森指数${ofSen}，SST指数${ofSst}，瓦茨指数${ofWatts}。` +
      "它们没有单位，单看一个数说明不了什么，适合同一条线下比较不同地方或不同年份：数越小越好，0表示没有贫困。" +
      "瓦茨指数算不了没有收入的人，这些人不在其中，解读时要另看。",
    en:
      `Three indices hold in one number how many are poor, how far below, and how unequal among themselves: Sen ${ofSen}, ` +
      `Sen-Shorrocks-Thon ${ofSst}, Watts ${ofWatts}. They have no unit and say little alone; they serve to compare places or years under ` +
      "the same line: smaller is better, 0 is no poverty. Watts has no value for who has no income at all; those are outside it.",
  };
}

/** @param found of all incomes */
export function explainGini(found: Estimate): Words {
  const error = figure(1.96 * found.standardError);
  return {
    zh:
      `基尼系数是${figure(found.estimate)}（抽样误差上下约${error}）：0是人人收入一样，1是全归一人。它说的是全体的差距，不是贫困：` +
      "大家一样穷时它也是0。有两种算法，第三位小数不同，比较时须用同一种。",
    en:
      `The Gini coefficient is ${figure(found.estimate)} (give or take ${error}): 0 where all incomes are equal, 1 where one person has all. It ` +
      "speaks of inequality among all, not of poverty: where all are equally poor it is 0 too. Two formulas are in use that differ in the " +
      "third digit: compare only what was computed by the same.",
  };
}

/** Poverty against a line at 60 % of the median, and how far apart the top and the bottom are. */
export function explainRelativePoverty(found: {
  line: Estimate;
  rate: Estimate;
  medianGap: Estimate;
  quintileRatio: Estimate;
}): Words {
  const [rate, gap] = [withError(found.rate), percent(found.medianGap.estimate)];
  const [line, ratio] = [amount(found.line.estimate), figure(found.quintileRatio.estimate)];
  return {
    zh:
      `相对贫困线取全体收入中位数的60%，这次是${line}；收入在线下的占${rate.zh}。线随大家的收入走：人人收入翻一番，这个比例不变，` +
      `所以它说的是落在后面的人有多少，不是吃穿够不够。线下的人里居中的那一位，收入比线低${gap.zh}。` +
      `收入最高的五分之一的人，总收入是最低五分之一的${ratio}倍。线本身也是抽样得来的，误差已计入。`,
    en:
      `The relative line is 60 % of the median income, this time ${line}; ${rate.en} lie below it. The line moves with everybody's income: if ` +
      "all incomes double the rate stays. It tells how many have fallen behind, not whether there is enough to eat and wear. The middle one " +
      `of those below has ${gap.en} less than the line. The best-off fifth has ${ratio} times the income of the worst-off fifth. The line ` +
      "comes from the sample too, and its error is counted.",
  };
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function amount(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : figure(value);
}
