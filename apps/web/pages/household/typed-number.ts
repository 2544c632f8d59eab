/** What somebody typed as a number, by whichever keyboard: full-width digits of an input method are digits. */

/** Which sentence says why a text was not taken. */
export type WrongNumber = "notNumber" | "fraction" | "negative" | "large";

export type TypedNumber = { value: number | null } | { wrong: WrongNumber };

export interface NumberBounds {
  max: number;
  /** Persons, months: nothing after the point. */
  isWhole?: boolean | undefined;
}

const plain = /^-?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?$/;

/**
 * Reads digits, point and thousands separators in their full-width and half-width forms (Unicode NFKC); spaces count for
 * nothing, and the Chinese full stop is the point that an input method makes of it. Two decimals are kept.
 * @returns `value` null where nothing was typed
 */
export function readTypedNumber(text: string, { max, isWhole = false }: NumberBounds): TypedNumber {
  const typed = text.normalize("NFKC").replaceAll(/\s/g, "").replaceAll("。", ".").replace(/^[−–]/, "-");
  if (typed === "") return { value: null };
  if (!plain.test(typed) || !/\d/.test(typed)) return { wrong: "notNumber" };
  const value = Math.round(Number(typed.replaceAll(",", "")) * 100) / 100;
  if (value < 0) return { wrong: "negative" };
  if (value > max) return { wrong: "large" };
  if (isWhole && !Number.isInteger(value)) return { wrong: "fraction" };
  return { value };
}
