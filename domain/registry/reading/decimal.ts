/** Exact decimal numbers as people write them: 1,234.50 · 1.2万 · (500) · 4人. */

export interface Decimal {
  digits: bigint;
  /** How many of the digits stand behind the point. */
  scale: number;
}

const written = /^([-+−]?)(\d*)(?:\.(\d+))?$/;
const longest = 30;

/**
 * `compact` has no white space and no full-width forms. A multiplier (千, 万, 亿) is applied, one of `suffixes` is dropped,
 * brackets around a number mean minus. Undefined when it is not a number.
 */
export function parseDecimal(compact: string, suffixes: readonly string[]): Decimal | undefined {
  let text = compact.replace(/(\d),(?=\d{3}(?:\D|$))/g, "$1").replace(/^[¥￥]/, "");
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) text = `-${bracketed[1]}`;
  const suffix = suffixes.find((word) => text.length > word.length && text.endsWith(word));
  if (suffix) text = text.slice(0, -suffix.length);
  const multiplier = { 千: 3, 万: 4, 亿: 8 }[text.slice(-1)];
  if (multiplier) text = text.slice(0, -1);
  const parts = text.length > longest ? null : written.exec(text);
  if (!parts || (!parts[2] && !parts[3])) return undefined;
  const fraction = parts[3] ?? "";
  const digits = BigInt(`${parts[2] ?? ""}${fraction}`) * (parts[1] === "-" || parts[1] === "−" ? -1n : 1n);
  return { digits: digits * 10n ** BigInt(multiplier ?? 0), scale: fraction.length };
}

/** A number cell keeps at most fifteen digits; what lies behind them is noise of the computation. */
export function decimalOf(value: number): Decimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  const plain = Number(value.toPrecision(15));
  const text = String(plain);
  return parseDecimal(/e/i.test(text) ? plain.toFixed(10) : text, []);
}

/** `decimal × 10^shift` rounded half away from zero to an integer; undefined beyond the safe integers. */
export function integerOf({ digits, scale }: Decimal, shift: number): number | undefined {
  const places = scale - shift;
  let whole = digits;
  if (places <= 0) whole = digits * 10n ** BigInt(-places);
  else {
    const unit = 10n ** BigInt(places);
    whole = (digits * 2n + (digits < 0n ? -unit : unit)) / (unit * 2n);
  }
  const value = Number(whole);
  return Number.isSafeInteger(value) ? value : undefined;
}

export function numberOf({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`);
}
