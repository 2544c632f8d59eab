/** Titles and values of the register's fields as a clerk reads them. */
import { labelOf } from "./code-list.ts";
import type { FieldValue } from "./reading.contract.ts";
import { findField } from "./reading-fields.ts";

/** What the field is called in Chinese; the key itself when it has no entry. */
export function titleOf(key: string): string {
  return findField(key)?.title.zh ?? key;
}

/** A value of a field as a clerk reads it: labels instead of codes, 元 instead of fen; null is null. */
export function showValue(key: string, value: FieldValue): string | null {
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
  if (field?.type === "money" && typeof value === "number") return `${showFen(value)}元`;
  return `${Array.isArray(value) ? value.join("、") : value}${typeof value === "number" ? (field?.unit ?? "") : ""}`;
}

/** 1180050 → 11,800.5 */
function showFen(fen: number): string {
  return (fen / 100).toLocaleString("en-US", { maximumFractionDigits: 2 });
}
