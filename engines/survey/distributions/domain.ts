/** Arguments outside a distribution are mistakes of the caller: what people enter is checked before it comes here. */

export function requireProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies from 0 to 1, not ${p}`);
}

export function requirePositive(...parameters: number[]): void {
  for (const parameter of parameters) {
    if (!(parameter > 0)) throw new RangeError(`The parameter should be above zero, not ${parameter}`);
  }
}

/** Whole numbers with each at most the next. */
export function requireOrderedCounts(...counts: number[]): void {
  let least = 0;
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < least) throw new RangeError(`Not a possible count: ${count}`);
    least = count;
  }
}
