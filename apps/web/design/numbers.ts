/** Numbers as officials read them. Money comes in fen; a ratio keeps both parts. */
import { percentOf } from "../../../engines/figure/percent.ts";

const grouped = new Intl.NumberFormat("zh-CN");

export function formatCount(count: number): string {
  return grouped.format(count);
}

/** Fen as yuan: `12345` → `123.45`, `12300` → `123`. */
export function formatYuan(fen: number): string {
  const yuan = grouped.format(Math.trunc(Math.abs(fen) / 100));
  const rest = Math.abs(fen) % 100;
  const sign = fen < 0 ? "−" : "";
  return rest === 0 ? `${sign}${yuan}` : `${sign}${yuan}.${String(rest).padStart(2, "0")}`;
}

/** Net income over persons, in yuan with two decimals; only what is shown is rounded. */
export function formatPerHead(fen: number, persons: number): string {
  return formatYuan(Math.round(fen / persons));
}

/** Two decimals; more where it would else read as nothing or as everything. */
export function formatPercent(part: number, whole: number): string {
  return percentOf(part, whole);
}

const chinaOffset = 8 * 60 * 60 * 1000;

/** `2018-11-20 10:30` in China, where days of policies and roles begin, wherever the reader's machine stands. */
export function formatTime(iso: string): string {
  return new Date(Date.parse(iso) + chinaOffset).toISOString().slice(0, 16).replace("T", " ");
}

/** `yyyymm` → `2018-05`. */
export function formatMonth(month: number): string {
  return `${Math.trunc(month / 100)}-${String(month % 100).padStart(2, "0")}`;
}
