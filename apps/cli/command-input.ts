/** Schemas of options that several commands share. Options arrive as text; messages are Chinese and English, by line. */
import { z } from "zod";
import { AnyAreaCode } from "../../domain/access/area-code.contract.ts";
import type { Words } from "./command.ts";

export const AreaOption = AnyAreaCode;
export const areaWords: Words = {
  zh: "地区代码，2、4、6、9或12位；省略为全部",
  en: "area code of 2, 4, 6, 9 or 12 digits; all when absent",
};

const number = () => z.coerce.number("应为数字\nshould be a number");

export const YearOption = number()
  .int("年份应为整数\na year is a whole number")
  .min(2010, "年份应不早于2010\nthe year is before 2010")
  .max(2100, "年份应不晚于2100\nthe year is after 2100");
export const yearWords: Words = { zh: "年度；省略为最新的台账", en: "year; the newest book when absent" };

export const wholeNumber = (least: number, most: number) =>
  number()
    .int("应为整数\nshould be a whole number")
    .min(least, `应不小于${least}\nshould be at least ${least}`)
    .max(most, `应不大于${most}\nshould be at most ${most}`);

export const FilePath = z.string("请给出文件\na file is needed").min(1, "请给出文件\na file is needed");

export const HexBytes = z
  .string("请给出十六进制的值\na value in hexadecimal is needed")
  .regex(/^([0-9a-fA-F]{2})*$/, "应为偶数位十六进制\nshould be an even number of hexadecimal digits")
  .transform((hex) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));

/** A number that must be given. */
export const decimal = z
  .string("请给出一个数\na number is needed")
  .trim()
  .regex(/^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i, "应为数字\nshould be a number")
  .transform(Number);

/** A probability of error: from one half on a lower limit would lie above the upper one. */
export const risk = decimal.refine(
  (value) => value > 0 && value < 0.5,
  "应大于0、小于0.5\nshould be above 0 and below 0.5",
);

export const NoInput = z.strictObject({});
