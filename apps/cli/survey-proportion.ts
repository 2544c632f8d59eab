/** `--proportion Y=VALUE`: which rows have the value, as a column of 0 and 1. */
import { z } from "zod";
import { InputError } from "../../engines/input-error.ts";
import { type DataTable, decimalOf } from "./data-table.ts";

export interface Proportion {
  column: string;
  value: string;
}

export const ProportionOption = z
  .string()
  .regex(/^[^=]+=.+$/, "应写成 列名=值，例如 错退=1\nshould be COLUMN=VALUE, as wrong=1")
  .transform((text): Proportion => {
    const at = text.indexOf("=");
    return { column: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
  });

/**
 * 1 where the column has the value (as text, or as the same number), 0 where another, NaN where none. A value that nobody has
 * is a slip of the pen unless the column is 0 and 1: else a mistyped word would prove that nobody is wrong.
 * @throws InputError data.column-missing, survey.no-such-value
 */
export function shareColumn(table: DataTable, { column, value }: Proportion): Float64Array {
  const texts = table.texts(column);
  const number = decimalOf(value);
  const isValue = (text: string): boolean =>
    text === value || (number !== undefined && decimalOf(text) === number);
  const hits = Float64Array.from(texts, (text) => (text === undefined ? Number.NaN : Number(isValue(text))));
  const isYesOrNo = (text: string | undefined): boolean => text === undefined || text === "0" || text === "1";
  if (hits.includes(1) || (isYesOrNo(value) && texts.every(isYesOrNo))) return hits;
  throw new InputError("survey.no-such-value", {
    zh: `“${column}”列没有“${value}”这个值。请核对写法；确实一户也没有时，请用0和1记录这一列。`,
    en: `Column "${column}" never has the value "${value}". Check how it is written; where truly nobody has it, keep the column as 0 and 1.`,
  });
}
