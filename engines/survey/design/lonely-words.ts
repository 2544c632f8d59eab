/** What was done with strata of one unit, in words. */
import type { Design, Lonely } from "./design.ts";
import { drawnWhole } from "./lonely.ts";
import { unitsOfGroups } from "./stages.ts";

const treatments: Record<Lonely, { zh: string; en: string }> = {
  merge: { zh: "并入相邻的层", en: "each was joined with its neighbour" },
  average: { zh: "按其他层的平均抽样误差计算", en: "each was given the mean variance of the others" },
  certainty: {
    zh: "当作没有抽样误差，总误差可能偏小",
    en: "each was taken as fully known, so the error may be too small",
  },
  adjust: { zh: "按与总体中心的差距计算抽样误差", en: "each was measured from the centre of all" },
};

/** Undefined where no first-stage stratum was left with one unit; those that were merged have more. */
export function explainLonely({ stages: [first], lonely }: Design): { zh: string; en: string } | undefined {
  const units = unitsOfGroups(first);
  const whole = new Set(first.groupOfUnit.filter((_, unit) => drawnWhole(first.fraction[unit] ?? 0)));
  const count = units.filter((own, group) => own === 1 && !whole.has(group)).length;
  if (count === 0) return undefined;
  const { zh, en } = treatments[lonely];
  return {
    zh: `有${count}个层只抽到一个单位，看不出层内差别：${zh}（--lonely ${lonely}）。`,
    en: `${count} ${count === 1 ? "stratum has" : "strata have"} a single unit, which does not show how units differ: ${en} (--lonely ${lonely}).`,
  };
}
