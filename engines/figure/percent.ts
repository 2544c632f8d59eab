/** Rates in words: a rate that is neither nothing nor everything is never shown as 0% or 100%. */

/**
 * `part` of `whole` as a percentage, rounded half up from exact integers. Where that would read as 0% or 100% and is not,
 * decimals are added until it does not: 4 of 100,000 is `0.004%`, 99,997 of 100,000 is `99.997%`.
 * @param part a count, an integer from 0
 * @param whole a count, an integer from 0; nothing of nothing is `—`
 * @param decimals how many there are at least
 * @throws RangeError when a part is no integer
 */
export function percentOf(part: number, whole: number, decimals = 2): string {
  if (whole === 0) return "—";
  const digits = percentDigits(BigInt(part), BigInt(whole), decimals);
  const text = digits.units.toString().padStart(digits.decimals + 1, "0");
  const cut = text.length - digits.decimals;
  return digits.decimals === 0 ? `${text}%` : `${text.slice(0, cut)}.${text.slice(cut)}%`;
}

/** The percentage in units of its last decimal. */
function percentDigits(part: bigint, whole: bigint, decimals: number): { units: bigint; decimals: number } {
  const scale = 10n ** BigInt(decimals);
  const units = (part * 200n * scale + whole) / (whole * 2n);
  const isUntrue = (units === 0n && part !== 0n) || (units === 100n * scale && part !== whole);
  return isUntrue ? percentDigits(part, whole, decimals + 1) : { units, decimals };
}
