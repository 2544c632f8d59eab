/**
 * Inequality over all incomes by two measures that are functions of means: Theil's, and Atkinson's with ε = 1. Incomes of 0 or
 * less are outside.
 */
import { type Membership, type Statistic, domainOf, inside } from "../estimate/statistic.ts";

/**
 * A. Atkinson (1970, J. Econ. Theory 2, 244) with ε = 1: 1 − geometric mean / mean, over incomes above 0.
 *
 * @throws InputError design.columns-unequal
 */
export function atkinson(income: Float64Array, group?: Membership): Statistic {
  const positive = income.map((own) => (own > 0 ? own : Number.NaN));
  const domain = domainOf([positive], group);
  const geometric = (count: number, logs: number, sum: number) => (Math.exp(logs / count) * count) / sum;
  return {
    columns: [Float64Array.from(domain), inside(positive.map(Math.log), domain), inside(positive, domain)],
    domain,
    value: ([count = 0, logs = 0, sum = 0]) => 1 - geometric(count, logs, sum),
    gradient: ([count = 0, logs = 0, sum = 0]) => {
      const ratio = geometric(count, logs, sum);
      return [-ratio * (1 / count - logs / (count * count)), -ratio / count, ratio / sum];
    },
  };
}

/**
 * H. Theil (1967): mean of (y/μ) ln(y/μ), over incomes above 0. It adds up: inequality within groups plus that between them.
 *
 * @throws InputError design.columns-unequal
 */
export function theil(income: Float64Array, group?: Membership): Statistic {
  const positive = income.map((own) => (own > 0 ? own : Number.NaN));
  const domain = domainOf([positive], group);
  const product = positive.map((own) => own * Math.log(own));
  return {
    columns: [Float64Array.from(domain), inside(positive, domain), inside(product, domain)],
    domain,
    value: ([count = 0, sum = 0, products = 0]) => products / sum - Math.log(sum / count),
    gradient: ([count = 0, sum = 0, products = 0]) => [1 / count, -products / (sum * sum) - 1 / sum, 1 / sum],
  };
}
