/** Values as people read them: labels for codes, 元 for fen, 是 and 否. */
import type { Fact, FactCatalogue } from "./catalogue.ts";
import { evaluateAmount } from "./evaluate-number.ts";
import { type Fraction, floorOf } from "./fraction.ts";
import type { Bilingual } from "./policy-error.ts";
import type { Checked } from "./tree.ts";
import { type FactValue, type Facts, keyOf } from "./value.ts";

export const unfilled: Bilingual = { zh: "未填", en: "not known" };

/** A number of months is 6个月; 6月 would be June. */
const measuresInChinese: Readonly<Record<string, string>> = { 月: "个月" };
const measures: Readonly<Record<string, string>> = {
  元: "yuan",
  人: "persons",
  户: "households",
  岁: "years",
  年: "years",
  月: "months",
  次: "times",
  亩: "mu",
  公里: "km",
};

/** Without its measure, as a message expects it: `人均纯收入{人均纯收入}元`. */
export function showFact(fact: Fact, facts: Facts, catalogue: FactCatalogue): Bilingual {
  if (fact.type === "moneyPerHead") {
    const amount = perHead(fact, facts);
    return amount ? showAmount(amount) : unfilled;
  }
  return showValue(facts[keyOf(fact)], fact.type, "list" in fact ? fact.list : undefined, catalogue);
}

export function showMeasured(fact: Fact, facts: Facts, catalogue: FactCatalogue): Bilingual {
  const shown = showFact(fact, facts, catalogue);
  return shown === unfilled ? shown : withMeasure(shown, measureOf(fact));
}

export function measureOf(fact: Fact): string | undefined {
  return fact.type === "money" || fact.type === "moneyPerHead" ? "元" : fact.measure;
}

export function withMeasure(shown: Bilingual, measure: string | undefined): Bilingual {
  if (!measure) return shown;
  return {
    zh: `${shown.zh}${measuresInChinese[measure] ?? measure}`,
    en: `${shown.en} ${measures[measure] ?? measure}`,
  };
}

export function showConstant(
  node: Extract<Checked, { kind: "constant" }>,
  catalogue: FactCatalogue,
): Bilingual {
  return showValue(node.value, node.type, node.list, catalogue);
}

/** Cut to fen, never rounded up: a household below a line is not shown as on it. */
export function showAmount(amount: Fraction): Bilingual {
  return both(yuan(Number(floorOf(amount))));
}

export function quoted({ zh, en }: Bilingual): Bilingual {
  return { zh: `“${zh}”`, en: `“${en}”` };
}

export function labelOf(code: string, listId: string | undefined, catalogue: FactCatalogue): Bilingual {
  const list = listId === undefined ? undefined : catalogue.lists.get(listId);
  const item = list?.items.find((one) => one.code === code);
  return { zh: item?.label ?? code, en: item?.en ?? item?.label ?? code };
}

/** Fen as 元: 299500 → 2,995; two decimals only where they are needed. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  const wholeYuan = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  const rest = digits.slice(-2);
  return `${fen < 0 ? "-" : ""}${wholeYuan}${rest === "00" ? "" : `.${rest}`}`;
}

export function joinWords(parts: readonly Bilingual[], glue: Bilingual): Bilingual {
  return { zh: parts.map((part) => part.zh).join(glue.zh), en: parts.map((part) => part.en).join(glue.en) };
}

function perHead(fact: Fact, facts: Facts): Fraction | null {
  return evaluateAmount({ kind: "fact", fact, type: "ratio", position: 0, length: 0 }, facts);
}

function showValue(
  value: FactValue | undefined,
  type: string,
  listId: string | undefined,
  catalogue: FactCatalogue,
): Bilingual {
  if (value === null || value === undefined) return unfilled;
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (typeof value === "number") return showNumber(value, type);
  if (typeof value === "string") return labelOf(value, listId, catalogue);
  if (value.length === 0) return { zh: "无", en: "none" };
  return joinWords(
    value.map((code) => labelOf(code, listId, catalogue)),
    { zh: "、", en: ", " },
  );
}

function showNumber(value: number, type: string): Bilingual {
  if (type === "money") return both(yuan(value));
  if (type === "month") return both(`${Math.floor(value / 100)}-${String(value % 100).padStart(2, "0")}`);
  return both(String(value));
}

function both(text: string): Bilingual {
  return { zh: text, en: text };
}
