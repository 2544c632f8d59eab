/** What a draw is, for somebody who leads a county. */
import type { Draw } from "./draw.ts";

/** One paragraph in each language, with the numbers of this draw. */
export function explainDraw(draw: Draw): { zh: string; en: string } {
  const [units, drawn] = [draw.frame.units.length, draw.selected.length];
  const reserves = draw.reserves.length + (draw.second?.reserves.length ?? 0);
  const households = draw.second?.households.length;
  const isExact = draw.selected.every(({ probability }) => probability !== null);
  return {
    zh: [
      `从冻结名单的${units}个单位中抽出${drawn}个${households === undefined ? "" : `，再从中抽出${households}户`}。`,
      "抽中谁由四样东西共同决定：事先冻结的名单、事先公布的方案、事后才产生的公开随机数、几方各自保管的密钥。",
      "任何一方都不能挑选，也不能提前知道；材料公布后，任何人都能重算出同一份结果，改动一个字节就会对不上。",
      isExact
        ? "每个单位抽中的机会写成分数公布，机会小的单位在推算时代表更多的户，所以大村小村都不吃亏。"
        : "这种抽法只给出抽中的单位，不给精确的入样概率，推算时要另作说明。",
      reserves > 0
        ? `另有${reserves}个备选，按排定的次序使用，不能挑；找不到的要如实记录，不能悄悄换人。`
        : "没有备选：抽中的找不到，如实记录，不能换。",
    ].join(""),
    en: [
      `${drawn} of the ${units} units of the frozen list were drawn${households === undefined ? "" : `, and in them ${households} households`}.`,
      "Four things together decide who: the list frozen before, the plan published before, public randomness that did not exist yet, and a secret whose shares several parties hold.",
      "No party can choose or foresee the result; once all is published anybody can compute it again, and a single changed byte shows.",
      isExact
        ? "Each unit's chance is published as a fraction; a unit with a small chance stands for more households in the estimates, so that neither large nor small villages lose."
        : "This method gives no exact chance of a unit, which the estimates have to say.",
      reserves > 0
        ? `Reserves, used in their fixed order only: ${reserves}. Who cannot be found is recorded as such and not quietly replaced.`
        : "There are no reserves: who cannot be found is recorded as such and not replaced.",
    ].join(" "),
  };
}
