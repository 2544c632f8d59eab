/** Values of facts in JavaScript. Unknown is null (or an absent key). */
export type FactValue = string | number | boolean | readonly string[] | null;

/**
 * Facts of a household, or of a member together with its household, by catalogue code: `household.persons`,
 * `member.age`. Money is integer fen, dates are yyyy-mm-dd, months are yyyymm, codes are code texts.
 */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** Three-valued truth: null is unknown. */
export type Truth = boolean | null;

export function not(value: Truth): Truth {
  return value === null ? null : !value;
}

export function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

export function or(left: Truth, right: Truth): Truth {
  return not(and(not(left), not(right)));
}
