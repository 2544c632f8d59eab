/** By how much a number is above or below the bound that a part of a rule sets: what a household lacks, or has to spare. */
import type { FactCatalogue } from "./catalogue.ts";
import { evaluateAmount, evaluateNumber } from "./evaluate-number.ts";
import { addFractions, floorOf, negateFraction } from "./fraction.ts";
import type { Bilingual } from "./policy-error.ts";
import { joinWords, measureOf, showMeasured, withMeasure, yuan } from "./show.ts";
import { type Checked, factsOf } from "./tree.ts";
import type { Facts } from "./value.ts";
import { isMoney, isNumber } from "./value-type.ts";

type Comparison = Extract<Checked, { kind: "compare" }>;

export interface Gap {
  /** `还差167.20元（人均纯收入2,827.80元，扶贫标准2,995元）` */
  readonly words: Bilingual;
  /** `还差167.20元` */
  readonly short: Bilingual;
  /** Of amounts: fen, or fen a head where amounts a head are compared. */
  readonly fen: number | null;
}

/**
 * Null where the part compares no amounts or numbers, or one of them is not known. What is lacking is rounded up to the
 * fen, what is to spare down: nobody is told less than he lacks.
 */
export function gapOf(part: Checked, held: boolean, facts: Facts, catalogue: FactCatalogue): Gap | null {
  if (part.kind !== "compare" || part.operator === "=" || part.operator === "<>") return null;
  const wantsMore = part.operator === ">" || part.operator === ">=";
  const size = distance(part, held, facts);
  if (size === null) return null;
  const [compared] = factsOf(part);
  const measured = withMeasure(both(size.shown), compared && measureOf(compared));
  const known = joinWords(
    factsOf(part).map((fact) => {
      const { zh, en } = showMeasured(fact, facts, catalogue);
      return { zh: `${fact.term}${zh}`, en: `${fact.title.en} ${en}` };
    }),
    { zh: "，", en: ", " },
  );
  const lead = held ? spare(wantsMore) : lacking(wantsMore);
  const short =
    size.shown === "0" ? equal : { zh: `${lead.zh}${measured.zh}`, en: `${lead.en}${measured.en}` };
  return {
    words: { zh: `${short.zh}（${known.zh}）`, en: `${short.en} (${known.en})` },
    short,
    fen: size.fen,
  };
}

const equal: Bilingual = { zh: "正好相等", en: "Just equal" };

function lacking(wantsMore: boolean): Bilingual {
  return wantsMore ? { zh: "还差", en: "Lacks " } : { zh: "超出", en: "Too much by " };
}

function spare(wantsMore: boolean): Bilingual {
  return wantsMore ? { zh: "高出", en: "Above by " } : { zh: "还有余地", en: "To spare: " };
}

interface Size {
  readonly shown: string;
  readonly fen: number | null;
}

function distance(part: Comparison, held: boolean, facts: Facts): Size | null {
  if (isMoney(part.left.type) && isMoney(part.right.type)) return moneyDistance(part, held, facts);
  if (!isNumber(part.left.type) || !isNumber(part.right.type)) return null;
  const [left, right] = [evaluateNumber(part.left, facts), evaluateNumber(part.right, facts)];
  if (left === null || right === null) return null;
  return { shown: String(Number(Math.abs(Number(left) - Number(right)).toFixed(2))), fen: null };
}

function moneyDistance({ left, right }: Comparison, held: boolean, facts: Facts): Size | null {
  const [a, b] = [evaluateAmount(left, facts), evaluateAmount(right, facts)];
  if (!a || !b) return null;
  const difference = addFractions(a, negateFraction(b));
  const size = difference.numerator < 0n ? negateFraction(difference) : difference;
  const fen = Number(held ? floorOf(size) : -floorOf(negateFraction(size)));
  return { shown: yuan(fen), fen };
}

function both(text: string): Bilingual {
  return { zh: text, en: text };
}
