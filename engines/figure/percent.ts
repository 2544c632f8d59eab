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
  return inWords(percentDigits(BigInt(part), BigInt(whole), decimals));
}

/** Computed shares are read to so many decimals: what is nearer to 0 or 1 is the rounding of their arithmetic. */
const shareDecimals = 12;

/**
 * A computed share as a percentage, by the same rule: 0.99997 is `99.997%`. Below 0 it has a minus.
 * @param share 0..1 as a rule; what is no finite number is `—`
 * @param decimals how many there are at least
 */
export function percentOfShare(share: number, decimals = 2): string {
  if (!Number.isFinite(share)) return "—";
  const part = BigInt(Math.round(Math.abs(share) * 10 ** shareDecimals));
  const words = inWords(percentDigits(part, 10n ** BigInt(shareDecimals), decimals));
  return share < 0 && part > 0n ? `-${words}` : words;
}

function inWords({ units, decimals }: Digits): string {
  const text = units.toString().padStart(decimals + 1, "0");
  const cut = text.length - decimals;
  return decimals === 0 ? `${text}%` : `${text.slice(0, cut)}.${text.slice(cut)}%`;
}

/** A percentage in units of its last decimal. */
interface Digits {
  units: bigint;
  decimals: number;
}

function percentDigits(part: bigint, whole: bigint, decimals: number): Digits {
  const scale = 10n ** BigInt(decimals);
  const units = (part * 200n * scale + whole) / (whole * 2n);
  const isUntrue = (units === 0n && part !== 0n) || (units === 100n * scale && part !== whole);
  return isUntrue ? percentDigits(part, whole, decimals + 1) : { units, decimals };
}
