/** What a result means, in a paragraph for those who decide by it. */
import type { Bilingual } from "./conflict-words.ts";
import type { AssignResult } from "./solve.ts";

export type Assigned = Extract<AssignResult, { kind: "assigned" }>;

/** Numbers filled in; whole kilometres, the gap in percent rounded up to a tenth. */
export function explainAssigned(result: Assigned, seed: string | undefined): Bilingual {
  const { assignment, distance } = result;
  const teams = Object.keys(assignment).length;
  const targets = Object.values(assignment).flat().length;
  const why = seed === undefined ? byDistance(distance) : bySeed(result, seed);
  const how = result.optimal ? proven : withGap(result.gap);
  return {
    zh:
      `${teams}个组评${targets}个地方，每个地方恰好由一个组评。没有组评自己的地方、去年评过的地方、` +
      `对口帮扶的地方或申报了回避的地方，也没有两地互评。${why.zh}${how.zh}`,
    en:
      `${teams} teams assess ${targets} places, each place by exactly one team. No team assesses its own place, the one it ` +
      `assessed last year, one it helps or is helped by, or one it declared a tie to, and no two places assess each ` +
      `other. ${why.en} ${how.en}`,
  };
}

function byDistance(distance: number): Bilingual {
  return {
    zh: `在所有守规矩的方案里取总路程最短的：共${distance}千米。一个组去哪里，不是谁挑的，是由全部回避规则和总路程定的。`,
    en:
      `Among all that keep these rules, the one with the least total distance is sought: ${distance} km. Where a team goes ` +
      `was chosen by nobody; the rules and the total distance decide it.`,
  };
}

function bySeed({ cost, distance, distanceCap }: Assigned, seed: string): Bilingual {
  return {
    zh:
      `每个“组—地方”的分值由公开种子 ${seed} 算出，谁也不能预先知道或挑选；在单程不超过${distanceCap}千米、守规矩的方案里` +
      `取分值之和最小的：${cost}（总路程${distance}千米）。任何人用同一文件和同一种子都可以重算。`,
    en:
      `Each pair of team and place has a number computed from the public seed ${seed}, which nobody could know before or ` +
      `choose; among all that keep the rules within ${distanceCap} km a trip, the one with the least sum is sought: ${cost} ` +
      `(${distance} km in total). Anybody can compute it again from the same file and seed.`,
  };
}

const proven: Bilingual = {
  zh: "已证明：没有更好的方案。",
  en: "It is proven that none is better.",
};

function withGap(gap: number): Bilingual {
  const percent = (Math.ceil(gap * 1000) / 10).toFixed(1);
  return {
    zh: `到时限为止还没有证明这是最好的：最好的方案最多只能再好${percent}%（差距）。全部规则都已遵守，差距只关系到总数，不关系到回避。`,
    en:
      `Within the time allowed it was not proven to be the best: the best may be better by at most ${percent} % (the gap). ` +
      `Every rule is kept; the gap concerns the total only, never who must stay away from where.`,
  };
}
