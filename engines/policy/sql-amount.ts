/**
 * Money as SQL: a numerator in fen and, for money per head, a denominator. Comparison multiplies crosswise, so no
 * household changes side through a division.
 */
import type { Comparison } from "./expression.ts";
import { fractionOf } from "./fraction.ts";
import {
  type Exact,
  chooseExact,
  combine,
  compareExact,
  fenLimit,
  fit,
  int4Limit,
  largest,
  literal,
  negative,
  positive,
  product,
  times,
} from "./sql-exact.ts";
import { integerSql } from "./sql-integer.ts";
import type { ColumnOf } from "./sql-text.ts";
import type { Checked } from "./tree.ts";
import { isMoney } from "./value-type.ts";

/** Without a denominator a whole number of fen. A denominator is null unless it is above zero. */
interface Amount {
  readonly numerator: Exact;
  readonly denominator?: Exact | undefined;
}

export function compareAmounts(
  operator: Comparison,
  left: Checked,
  right: Checked,
  column: ColumnOf,
): string {
  const [a, b] = [amountSql(left, column), amountSql(right, column)];
  return compareExact(operator, times(a.numerator, b.denominator), times(b.numerator, a.denominator));
}

/** True or false, never null. */
export function amountKnownSql(node: Checked, column: ColumnOf): string {
  const { numerator, denominator } = amountSql(node, column);
  return denominator
    ? `(${numerator.sql} is not null and ${denominator.sql} is not null)`
    : `(${numerator.sql} is not null)`;
}

/** Two whole numbers whose quotient is the quotient of two amounts. */
export function quotientParts(
  left: Checked,
  right: Checked,
  column: ColumnOf,
): [dividend: Exact, divisor: Exact] {
  const [a, b] = [amountSql(left, column), amountSql(right, column)];
  return [times(a.numerator, b.denominator), times(b.numerator, a.denominator)];
}

/** A node of type money, ratio or amount. */
function amountSql(node: Checked, column: ColumnOf): Amount {
  switch (node.kind) {
    case "fact":
      return moneyFactSql(node, column);
    case "constant":
      return { numerator: literal(BigInt(Number(node.value))) };
    case "negate": {
      const { numerator, denominator } = amountSql(node.operand, column);
      return { numerator: negative(numerator), denominator };
    }
    case "arithmetic":
      return calculate(node, column);
    case "call":
      return chooseAmount(
        node.name,
        node.items.map((item) => amountSql(item, column)),
      );
    default:
      return { numerator: literal(0n) };
  }
}

function moneyFactSql({ fact }: Extract<Checked, { kind: "fact" }>, column: ColumnOf): Amount {
  if (fact.type !== "moneyPerHead") return { numerator: { sql: `${column(fact)}::int8`, limit: fenLimit } };
  const { unit } = fact;
  return {
    numerator: { sql: `${column({ unit, code: fact.numerator })}::int8`, limit: fenLimit },
    denominator: positive({ sql: `${column({ unit, code: fact.denominator })}::int8`, limit: int4Limit }),
  };
}

function calculate(node: Extract<Checked, { kind: "arithmetic" }>, column: ColumnOf): Amount {
  const [left, right] = [factorSql(node.left, column), factorSql(node.right, column)];
  switch (node.operator) {
    case "*":
      return {
        numerator: combine("*", left.numerator, right.numerator),
        denominator: product(left.denominator, right.denominator),
      };
    case "/":
      return {
        numerator: times(left.numerator, right.denominator),
        denominator: times(positive(right.numerator), left.denominator),
      };
    default:
      return {
        numerator: combine(
          node.operator,
          times(left.numerator, right.denominator),
          times(right.numerator, left.denominator),
        ),
        denominator: product(left.denominator, right.denominator),
      };
  }
}

/** Money, a whole number, or a decimal as it was written (0.45 is 45 over 100). */
function factorSql(node: Checked, column: ColumnOf): Amount {
  if (isMoney(node.type)) return amountSql(node, column);
  if (node.kind !== "constant" || node.digits === undefined) return { numerator: integerSql(node, column) };
  const { numerator, denominator } = fractionOf(node.digits);
  return { numerator: literal(numerator), denominator: literal(denominator) };
}

/** Brings all over one denominator, so that choosing means choosing a numerator; coalesce chooses pairs. */
function chooseAmount(name: string, amounts: readonly Amount[]): Amount {
  if (amounts.every((amount) => amount.denominator === undefined)) {
    return {
      numerator: chooseExact(
        name,
        amounts.map((amount) => amount.numerator),
      ),
    };
  }
  if (name === "coalesce") return firstKnown(amounts);
  const denominator = amounts.map((amount) => amount.denominator).reduce(product, undefined);
  const numerators = amounts.map((amount, index) =>
    amounts.reduce(
      (sum, other, at) => (at === index ? sum : times(sum, other.denominator)),
      amount.numerator,
    ),
  );
  return { numerator: chooseExact(name, numerators), denominator };
}

function firstKnown(amounts: readonly Amount[]): Amount {
  const pick = (part: (amount: Amount) => Exact): Exact => {
    const cases = amounts.map((amount) => {
      const known = [amount.numerator, amount.denominator].flatMap((one) =>
        one ? [`${one.sql} is not null`] : [],
      );
      return { known: known.join(" and "), value: part(amount) };
    });
    const limit = largest(cases.map(({ value }) => value.limit));
    const branches = cases.map(({ known, value }) => `when ${known} then ${fit(value, limit)}`);
    return { sql: `(case ${branches.join(" ")} end)`, limit };
  };
  return {
    numerator: pick((amount) => amount.numerator),
    denominator: pick((amount) => amount.denominator ?? literal(1n)),
  };
}
