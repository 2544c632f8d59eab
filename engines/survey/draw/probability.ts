/** A probability as the two whole numbers it is made of, never reduced: who checks it sees where it comes from. */

export interface Probability {
  numerator: bigint;
  denominator: bigint;
}

export const certain: Probability = { numerator: 1n, denominator: 1n };

/** As `k·size/M`, both numbers in full. */
export function formatProbability({ numerator, denominator }: Probability): string {
  return `${numerator}/${denominator}`;
}

/** How many units a drawn one stands for: 1 over the product of the probabilities of its stages. */
export function weightOf(...stages: Probability[]): number {
  const product = (part: keyof Probability): bigint => stages.reduce((all, stage) => all * stage[part], 1n);
  return Number(product("denominator")) / Number(product("numerator"));
}
