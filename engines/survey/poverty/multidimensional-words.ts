/** What poverty counted over several dimensions says, in words that a county's leader understands. */
import { type Words, percent } from "../interval/interval-words.ts";

export interface MultidimensionalStory {
  /** H, A and M0, each 0..1. */
  headcount: number;
  intensity: number;
  adjusted: number;
  cutoff: number | "union";
  /** Of each dimension, its part of M0. */
  contributions: readonly { name: string; share: number }[];
}

export function explainMultidimensional(story: MultidimensionalStory): Words {
  const bar = cutoffWords(story.cutoff);
  if (!(story.headcount > 0)) {
    return {
      zh: `按${bar.zh}，样本里没有多维贫困的人。没有抽到的人里仍可能有。`,
      en: `With ${bar.en} nobody in the sample is poor. Among those not asked there may be some.`,
    };
  }
  const [share, intensity, adjusted] = [story.headcount, story.intensity, story.adjusted].map(percent);
  const [largest] = story.contributions.toSorted((a, b) => b.share - a.share);
  const part = percent(largest?.share ?? 0);
  return {
    zh:
      `按${bar.zh}，有${share?.zh}的人多维贫困；他们平均缺${intensity?.zh}（按各维度的权重合计）。两者相乘是${adjusted?.zh}，` +
      "它比人数比例多说一层：已经贫困的人又少缺一项，人数比例不动，这个数会降，所以帮最困难的人也看得见成绩。" +
      `缺口里占得最多的是“${largest?.name}”，占${part.zh}，下一步的力量可先放在这里。` +
      "考核退出时缺任何一项都不能退，看的是逐项达标，不是这个平均数；它用来看深浅和走向。",
    en:
      `With ${bar.en}, ${share?.en} of the people are poor in several dimensions; they lack ${intensity?.en} of what counts, by the weights. ` +
      `Both multiplied are ${adjusted?.en}, which says more than the share: when a poor person lacks one thing less the share stands still and this ` +
      `figure falls, so that work for those worst off can be seen. The largest part comes from "${largest?.name}", ${part.en}: help may start ` +
      "there. For an exit any gap is one too many and each guarantee is judged by itself; this figure is for depth and trend.",
  };
}

function cutoffWords(cutoff: number | "union"): Words {
  if (cutoff === "union") {
    return { zh: "“缺任何一项就算贫困”", en: "any deprivation counted as poverty" };
  }
  const share = percent(cutoff);
  return {
    zh: `“所缺各项的权重合计达到${share.zh}才算贫困”`,
    en: `poverty counted from ${share.en} of the weights on`,
  };
}
