/** What scores, ranks and grades say and do not say, in words that a county's leader understands. */
import type { Interval } from "../interval/interval.ts";
import { type Words, percent } from "../interval/interval-words.ts";
import type { Grade, Graded } from "./grade.ts";
import type { RankSet } from "./rank-sets.ts";
import type { RankBand } from "./sensitivity.ts";

/** Why a rank has a range. @param count units that are ranked */
export function explainRank(name: string, { rank, low, high }: RankSet, count: number, alpha: number): Words {
  const sure = percent(1 - alpha);
  if (low === high) {
    return {
      zh: `“${name}”在${count}个单位中排第${rank}，与其他单位的差距都大过抽样误差（整张表的把握是${sure.zh}）。`,
      en: `"${name}" is number ${rank} of ${count}: it differs from every other by more than sampling explains (${sure.en} for the whole table).`,
    };
  }
  return {
    zh:
      `“${name}”按分数排第${rank}，能确定的是在第${low}到第${high}之间（共${count}个单位，整张表的把握是${sure.zh}）。` +
      "分数来自抽样，换一批村户会有出入：只有差距大过抽样误差的两个单位，才能说谁先谁后。" +
      "区间宽，说明单位之间很接近或样本小，不说明工作好坏；区间重叠的单位，不应因名次不同而奖惩不同。",
    en:
      `"${name}" is number ${rank} by its score; what can be proven is a rank from ${low} to ${high} (of ${count}, ${sure.en} for the whole table). ` +
      "Scores come from samples, and other villages and households would give somewhat others: who is ahead can be said only where the gap is " +
      "larger than sampling explains. A wide range means that units lie close together or that samples are small, not that work was good or bad; " +
      "units whose ranges overlap should not be rewarded or blamed for their different ranks.",
  };
}

/** How much of the order is proven at all. @param notTold pairs that cannot be told apart, of all pairs among `count` units */
export function explainOrder(notTold: number, count: number): Words {
  const pairs = (count * (count - 1)) / 2;
  return {
    zh:
      `两两相比共${pairs}对，其中${notTold}对的差距没有大过抽样误差，分不出先后。` +
      "分不出先后不等于一样好，只是证据不足以排定；要排得更细，须多抽村、多抽户。",
    en:
      `Of ${pairs} pairs ${notTold} do not differ by more than sampling explains and cannot be put in order. That does not make them ` +
      "equally good: the evidence is not enough to say. A finer order needs more villages and more households.",
  };
}

/** How far a rank depends on choices of method. @param variants ways of computing that were tried */
export function explainSensitivity(name: string, rank: number, band: RankBand, variants: number): Words {
  const [low, high, median] = [band.low, band.high, band.median].map((own) => String(Number(own.toFixed(1))));
  return {
    zh:
      `“${name}”公布的名次是第${rank}。换用别的权重、别的换算办法、或去掉任何一个指标，一共算了${variants}种：名次居中的是第${median}，` +
      `九成的算法落在第${low}到第${high}之间，最好第${band.best}，最差第${band.worst}。范围大，说明名次主要取决于怎么算，不宜据此奖惩；` +
      "范围小，说明怎么算都差不多。",
    en:
      `"${name}" was published as number ${rank}. With other weights, other scales, or any one indicator left out, ${variants} ways in all, the middle ` +
      `rank is ${median}, nine in ten lie from ${low} to ${high}, the best is ${band.best} and the worst ${band.worst}. A wide range means that the rank ` +
      "is mostly a matter of how it is computed and should carry neither reward nor blame; a narrow one that it hardly matters.",
  };
}

export const gradeWords: Record<Grade, Words> = {
  good: { zh: "好", en: "good" },
  "fairly-good": { zh: "较好", en: "fairly good" },
  average: { zh: "一般", en: "average" },
  poor: { zh: "较差", en: "poor" },
};

/** Why it is this grade and no other. */
export function explainGrade({ grade, isProvisional }: Graded, score: number, interval: Interval): Words {
  const [own, low, high] = [score, interval.low, interval.high].map((value) =>
    String(Number(value.toFixed(1))),
  );
  const reason: Words = isProvisional
    ? {
        zh: "区间既不足以认定“好”，也不足以认定“较差”，所以按得分取中间的等次，注上±：再抽一次可能落到旁边的等次。",
        en: "The range allows neither good nor poor, so the grade in between is by the score itself and carries ±: another sample might give the one next to it.",
      }
    : {
        zh: "这个等次考虑了抽样误差，或由查实的一票否决事项决定，不是运气。",
        en: "Sampling error was allowed for, or a proven veto decides: this is not luck.",
      };
  return {
    zh: `得分${own}，区间${low}到${high}，等次“${gradeWords[grade].zh}${isProvisional ? "±" : ""}”。${reason.zh}没有规定各等次的名额。`,
    en: `Score ${own}, range ${low} to ${high}, grade "${gradeWords[grade].en}${isProvisional ? " ±" : ""}". ${reason.en} No grade has a quota.`,
  };
}

/** What a score by fixed goalposts is made of. */
export function explainScore(
  name: string,
  score: number,
  dimensions: readonly { name: string; points: number }[],
): Words {
  const weakest = dimensions.toSorted((a, b) => a.points - b.points)[0];
  const [own, least] = [score, weakest?.points ?? 0].map((value) => String(Number(value.toFixed(1))));
  return {
    zh:
      `“${name}”得分${own}。每个指标按方案事先写明的零分值和满分值折算，别处得多少分与它无关；维度之间相乘，一处很弱，别处再强也补不回来。` +
      `最弱的是“${weakest?.name}”，${least}分，先看这一项。一票否决不在分数之内，另行认定。`,
    en:
      `"${name}" scores ${own}. Each indicator is measured against values for no and for full points that the plan fixed beforehand, so that no other ` +
      "place's points matter; dimensions are multiplied, so that strength elsewhere does not make up for a real weakness. The weakest is " +
      `"${weakest?.name}" with ${least}: look there first. Vetoes lie outside the score.`,
  };
}
