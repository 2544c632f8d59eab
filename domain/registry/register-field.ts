/** Titles and values of the register's fields as a clerk reads them. */
import type { BothLanguages } from "../../platform/both-languages.contract.ts";
import { labelOf } from "./code-list.ts";
import { maskNumbers } from "./masking.ts";
import type { FieldValue } from "./reading.contract.ts";
import { findField } from "./reading-fields.ts";

/** What the field is called in Chinese; the key itself when it has no entry. */
export function titleOf(key: string): string {
  return findField(key)?.title.zh ?? key;
}

/** What the field is called in both languages. */
export function namesOf(key: string): BothLanguages {
  return findField(key)?.title ?? { zh: key, en: key };
}

/**
 * Two values of a field as a clerk compares them. Anything personal may stand in free text, so of that only the change is
 * shown.
 */
export function showDifference(
  key: string,
  from: FieldValue,
  to: FieldValue,
): { from: string | null; to: string | null; hidden?: boolean } {
  if (findField(key)?.type !== "text") return { from: showValue(key, from), to: showValue(key, to) };
  return { from: maskText(from), to: maskText(to), hidden: to !== "" };
}

/** An empty text is none of what the field is about, as a file said. */
function maskText(text: FieldValue): string | null {
  if (text === null) return null;
  return text === "" ? "无" : "****";
}

/** A value as a clerk reads it: labels instead of codes, 元 instead of fen, long numbers masked; null is null. */
function showValue(key: string, value: FieldValue): string | null {
  const field = findField(key);
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (field?.list !== undefined) {
    const { list } = field;
    return [value]
      .flat()
      .map((code) => labelOf(list, String(code))?.label)
      .join("、");
  }
  if (typeof value === "string") return field?.type === "date" ? value : maskNumbers(value);
  if (field?.type === "money" && typeof value === "number") return `${showFen(value)}元`;
  return `${Array.isArray(value) ? value.join("、") : value}${typeof value === "number" ? (field?.unit ?? "") : ""}`;
}

/** 1180050 → 11,800.5 */
function showFen(fen: number): string {
  return (fen / 100).toLocaleString("en-US", { maximumFractionDigits: 2 });
}
