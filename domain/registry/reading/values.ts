/** One cell to one value of a field: numbers, money in fen, months, codes, yes and no. Says why it cannot. */
import type { FieldValue } from "../reading.contract.ts";
import { type Cell, formulaWithoutValue } from "./cell.ts";
import { type CodeWords, codeWordsOf, findCodes } from "./codes.ts";
import { dateOf, monthOf, yearOf } from "./dates.ts";
import { decimalOf, type Decimal, integerOf, numberOf, parseDecimal } from "./decimal.ts";
import type { Field } from "../reading-fields.ts";
import { readPhone } from "./identity.ts";
import { type Reason, reasons } from "./reasons.ts";
import { compactText, detached, tidyName, tidyText } from "./text.ts";

export interface Unreadable {
  unreadable: Reason;
}
export type ReadValue = FieldValue | Unreadable;
export type ValueReader = (cell: Cell) => ReadValue;

export function isUnreadable(value: ReadValue): value is Unreadable {
  return typeof value === "object" && value !== null && "unreadable" in value;
}

const empty = new Set(["", "/", "\\", "-", "--", "—", "——", "无", "暂无", "空", "null", "NULL", "N/A"]);
const errorText = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!)$/;

// What these mean is the same in every column; words with a meaning of their own stand with their field (fields.yaml).
const yes = new Set("是 1 √ ✓ ✔ 有 y yes true t".split(" "));
const no = new Set("否 0 × ✗ ✘ x 无 没有 n no false f".split(" "));

/** A reader for the cells of one column; `factor` turns the unit of the column into the unit of the field. */
export function valueReader(field: Field, factor: number): ValueReader {
  const read = readerOf(field, factor);
  return (cell) => {
    if (cell === null || cell === "") return null;
    if (cell === formulaWithoutValue) return { unreadable: reasons.formula };
    if (typeof cell === "string" && errorText.test(cell)) return { unreadable: reasons.formulaError };
    return read(cell);
  };
}

function readerOf(field: Field, factor: number): ValueReader {
  switch (field.type) {
    case "money":
      return moneyReader(factor);
    case "integer":
      return integerReader;
    case "decimal":
      return (cell) => decimalReader(cell, factor);
    case "boolean":
      return (cell) => booleanReader(cell, field);
    case "code":
      return codeReader(field, codeWordsOf(field.list ?? ""));
    case "year":
    case "month":
    case "date":
      return dateReaders[field.type];
    case "phone":
      return phoneReader;
    case "number-text":
      return numberText;
    case "name":
      return wordsReader(field, tidyName);
    case "text":
    case "idNumber":
      return wordsReader(field, (text) => tidyText(text).slice(0, 500));
  }
}

/** Words as people write them; those that say "nothing", everywhere or in this column, are nothing. */
function wordsReader({ none = [] }: Field, tidy: (text: string) => string): ValueReader {
  const nothing = new Set([...empty, ...none]);
  return (cell) => {
    const text = textOf(cell);
    return nothing.has(compactText(text)) ? null : detached(tidy(text)) || null;
  };
}

export function textOf(cell: Cell): string {
  if (cell === null || typeof cell === "symbol") return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  if (typeof cell === "boolean") return cell ? "是" : "否";
  return String(cell);
}

function notA(what: Reason, cell: Cell): Unreadable {
  return { unreadable: reasons.notA(what, textOf(cell)) };
}

function decimalIn(cell: Cell): Decimal | null | undefined {
  if (typeof cell === "number") return decimalOf(cell);
  if (typeof cell !== "string") return undefined;
  const text = compactText(cell);
  if (empty.has(text)) return null;
  return parseDecimal(text, [
    "平方米",
    "个月",
    "公里",
    "元",
    "人",
    "口",
    "月",
    "亩",
    "㎡",
    "m2",
    "km",
    "级",
    "个",
    "%",
  ]);
}

const hundredMillionYuan = 10_000_000_000;

function moneyReader(factor: number): ValueReader {
  return (cell) => {
    if (typeof cell === "number" && Number.isInteger(cell) && Math.abs(cell) < 1e5)
      return cell * factor * 100;
    const decimal = decimalIn(cell);
    if (decimal === null) return null;
    if (decimal === undefined) return notA({ zh: "金额", en: "an amount of money" }, cell);
    const fen = integerOf({ ...decimal, digits: decimal.digits * BigInt(factor) }, 2);
    if (fen === undefined || Math.abs(fen) > hundredMillionYuan) return { unreadable: reasons.tooBig };
    return fen;
  };
}

const chineseDigits = "零一二三四五六七八九十";

function integerReader(cell: Cell): ReadValue {
  const chinese = typeof cell === "string" ? /^([一二三四五六七八九十])级?$/u.exec(cell.trim()) : null;
  if (chinese?.[1]) return chineseDigits.indexOf(chinese[1]);
  const decimal = decimalIn(cell);
  if (decimal === null) return null;
  const value = decimal && integerOf(decimal, 0);
  if (decimal === undefined || value === undefined || value < 0 || value !== numberOf(decimal))
    return notA({ zh: "整数", en: "a whole number" }, cell);
  return value > 9999 ? { unreadable: reasons.tooBig } : value;
}

function decimalReader(cell: Cell, factor: number): ReadValue {
  const decimal = decimalIn(cell);
  if (decimal === null) return null;
  if (decimal === undefined) return notA({ zh: "数字", en: "a number" }, cell);
  const value = numberOf(decimal) * factor;
  return Math.abs(value) > 1e7 ? { unreadable: reasons.tooBig } : value;
}

function booleanOf(cell: Cell, field: Field): boolean | null | undefined {
  if (typeof cell === "boolean") return cell;
  if (typeof cell !== "string" && typeof cell !== "number") return undefined;
  const text = compactText(String(cell)).toLowerCase();
  if (yes.has(text) || field.yes?.includes(text)) return true;
  if (no.has(text) || field.no?.includes(text)) return false;
  return empty.has(text) ? null : undefined;
}

function booleanReader(cell: Cell, field: Field): ReadValue {
  const truth = booleanOf(cell, field);
  return truth === undefined ? notA({ zh: "“是”或“否”", en: "yes or no" }, cell) : truth;
}

function codeReader(field: Field, words: CodeWords): ValueReader {
  const remembered = new Map<string, ReadValue>();
  return (cell) => {
    const text = textOf(cell);
    const before = remembered.get(text);
    if (before !== undefined) return before;
    const value = codesOf(text, field, words);
    if (remembered.size < 2000) remembered.set(text, value);
    return value;
  };
}

function codesOf(text: string, field: Field, words: CodeWords): ReadValue {
  const codes = findCodes(text, words);
  if (codes) {
    if (field.many) return codes;
    return codes.length === 1 && codes[0] !== undefined
      ? codes[0]
      : { unreadable: reasons.onlyOne(field.title) };
  }
  const truth = booleanOf(text, field);
  if (truth === null || (truth === false && !field.booleanCodes)) return null;
  if (truth !== undefined && field.booleanCodes) return field.booleanCodes[truth ? 0 : 1];
  return { unreadable: reasons.notInList(field.title, text) };
}

const dateReaders: Record<"year" | "month" | "date", ValueReader> = {
  year: (cell) => (isEmptyText(cell) ? null : (yearOf(cell) ?? notA({ zh: "年份", en: "a year" }, cell))),
  month: (cell) => {
    if (isEmptyText(cell)) return null;
    const month = monthOf(cell);
    if (month === "ambiguous") return { unreadable: reasons.monthAmbiguous };
    return month ?? notA({ zh: "年月", en: "a month" }, cell);
  },
  date: (cell) => (isEmptyText(cell) ? null : (dateOf(cell) ?? notA({ zh: "日期", en: "a date" }, cell))),
};

function isEmptyText(cell: Cell): boolean {
  return typeof cell === "string" && empty.has(compactText(cell));
}

function phoneReader(cell: Cell): ReadValue {
  const { phone, valid } = readPhone(cell);
  return valid ? phone : { unreadable: reasons.phone };
}

/** Numbers that are names: kept as text, refused when Excel has lost digits. */
function numberText(cell: Cell): ReadValue {
  if (typeof cell === "number" && Math.abs(cell) >= 1e15) return { unreadable: reasons.lostDigits };
  const text = compactText(textOf(cell)).replace(/^['`‘’#]+/, "");
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) return { unreadable: reasons.scientific };
  return empty.has(text) ? null : detached(text);
}
