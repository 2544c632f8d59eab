/** Statistics as functions of weighted totals: what is needed to estimate them, to linearise them and to redo them by replicates. */
import { columnsUnequal } from "../design/design-errors.ts";

/**
 * A statistic θ = value(t₁, t₂ …), where t_j = Σ w·column_j. Its linearised values are w · Σ_j ∂θ/∂t_j · column_j (Särndal,
 * Swensson & Wretman 1992, §5.5).
 */
export interface Statistic {
  /** Each of as many values as the design has rows; 0 outside the domain. */
  columns: readonly Float64Array[];
  /** 1 for a row in the domain: it belongs to the group asked for and its values are known. */
  domain: Uint8Array;
  value(totals: Float64Array): number;
  /** ∂θ/∂t_j at these totals. */
  gradient(totals: Float64Array): readonly number[];
}

/** Membership of a group: 1 inside. Rows outside stay in the design. */
export type Membership = Uint8Array | undefined;

/** Σ w·y. NaN in `y` is a missing value: such a row is outside the domain. Unit: that of y. */
export function totalOf(y: Float64Array, group?: Membership): Statistic {
  const domain = domainOf([y], group);
  return { columns: [inside(y, domain)], domain, value: ([sum = 0]) => sum, gradient: () => [1] };
}

/** Σ w·y / Σ w over the domain. NaN when the domain is empty. A proportion is the mean of 0 and 1. Unit: that of y. */
export function meanOf(y: Float64Array, group?: Membership): Statistic {
  return ratioOf(y, new Float64Array(y.length).fill(1), group);
}

/** Σ w·y / Σ w·x over the domain: rows where both are known. NaN when the denominator is 0. */
export function ratioOf(y: Float64Array, x: Float64Array, group?: Membership): Statistic {
  const domain = domainOf([y, x], group);
  return {
    columns: [inside(y, domain), inside(x, domain)],
    domain,
    value: ([above = 0, below = 0]) => (below === 0 ? Number.NaN : above / below),
    // Where all rows have the same ratio 1, the linearised values are 0 exactly: the quotient is taken before it is divided again.
    gradient: ([above = 0, below = 0]) => [1 / below, -(above / below) / below],
  };
}

/** Rows of the group whose values are all known. @throws InputError design.columns-unequal */
export function domainOf(values: readonly Float64Array[], group?: Membership): Uint8Array {
  const rowCount = values[0]?.length ?? 0;
  for (const column of [...values, ...(group ? [group] : [])]) {
    if (column.length !== rowCount) throw columnsUnequal("y", column.length, rowCount);
  }
  const domain = group ? group.slice() : new Uint8Array(rowCount).fill(1);
  for (const column of values) {
    for (let row = 0; row < rowCount; row++) if (Number.isNaN(column[row])) domain[row] = 0;
  }
  return domain;
}

/** The values inside a domain, 0 outside. */
export function inside(values: Float64Array, domain: Uint8Array): Float64Array {
  return values.map((value, row) => (domain[row] === 1 ? value : 0));
}

/** Σ w·column for each column of a statistic. */
export function weightedTotals(weight: Float64Array, { columns }: Statistic): Float64Array {
  return Float64Array.from(columns, (column) => {
    let sum = 0;
    for (let row = 0; row < column.length; row++) sum += (weight[row] ?? 0) * (column[row] ?? 0);
    return sum;
  });
}
