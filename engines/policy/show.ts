/** Values as people read them: labels for codes, 元 for fen, 是 and 否. */
import type { Fact, FactCatalogue } from "./catalogue.ts";
import type { Bilingual } from "./policy-error.ts";
import { type Checked, keyOf } from "./tree.ts";
import type { FactValue, Facts } from "./value.ts";

const unknown: Bilingual = { zh: "未填", en: "not known" };

export function showFact(fact: Fact, facts: Facts, catalogue: FactCatalogue): Bilingual {
  if (fact.type === "moneyPerHead") return showRatio(fact, facts);
  return showValue(facts[keyOf(fact)], fact.type, "list" in fact ? fact.list : undefined, catalogue);
}

export function showConstant(
  node: Extract<Checked, { kind: "constant" }>,
  catalogue: FactCatalogue,
): Bilingual {
  return showValue(node.value, node.type, node.list, catalogue);
}

function showRatio(fact: Extract<Fact, { type: "moneyPerHead" }>, facts: Facts): Bilingual {
  const [money, count] = [facts[`${fact.unit}.${fact.numerator}`], facts[`${fact.unit}.${fact.denominator}`]];
  if (typeof money !== "number" || typeof count !== "number" || count <= 0) return unknown;
  return both(yuan(Math.round(money / count)));
}

function showValue(
  value: FactValue | undefined,
  type: string,
  listId: string | undefined,
  catalogue: FactCatalogue,
): Bilingual {
  if (value === null || value === undefined) return unknown;
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (typeof value === "number") return both(showNumber(value, type));
  const codes = typeof value === "string" ? [value] : value;
  if (codes.length === 0) return { zh: "无", en: "none" };
  const list = listId === undefined ? undefined : catalogue.lists.get(listId);
  const items = codes.map((code) => list?.items.find((item) => item.code === code));
  return {
    zh: codes.map((code, index) => items[index]?.label ?? code).join("、"),
    en: codes.map((code, index) => items[index]?.en ?? items[index]?.label ?? code).join(", "),
  };
}

function showNumber(value: number, type: string): string {
  if (type === "money" || type === "amount" || type === "ratio") return yuan(value);
  if (type === "month") return `${Math.floor(value / 100)}-${String(value % 100).padStart(2, "0")}`;
  return String(Math.round(value * 100) / 100);
}

/** Fen as 元: 299500 → 2,995; two decimals only where they are needed. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(Math.round(fen))).padStart(3, "0");
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  const rest = digits.slice(-2);
  return `${fen < 0 ? "-" : ""}${whole}${rest === "00" ? "" : `.${rest}`}`;
}

function both(text: string): Bilingual {
  return { zh: text, en: text };
}
