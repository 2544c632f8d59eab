/**
 * Money as SQL: a numerator in fen and, for money per head, a denominator. Comparison multiplies crosswise, so no
 * household changes side through a division.
 */
import type { Fact } from "./catalogue.ts";
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
  int8Limit,
  largest,
  literal,
  negative,
  positive,
  product,
  times,
} from "./sql-exact.ts";
import { integerSql } from "./sql-integer.ts";
import type { ColumnOf } from "./sql-text.ts";
import { type Checked, factsOf } from "./tree.ts";
import { isMoney } from "./value-type.ts";

/** Without a denominator a whole number of fen. A denominator is null unless it is above zero. */
interface Amount {
  readonly numerator: Exact;
  readonly denominator?: Exact | undefined;
}

/** Columns, and the largest amount that a money column is taken to hold. */
interface Reach {
  readonly column: ColumnOf;
  readonly fenLimit: bigint;
}

/** Forty million 元: money below it times any number of persons stays within int8. */
const usualLimit = 2n ** 32n - 1n;

/** Numeric is three times as dear as int8, so amounts of usual size take a branch of their own. */
export function compareAmounts(
  operator: Comparison,
  left: Checked,
  right: Checked,
  column: ColumnOf,
): string {
  const any = compareWithin(operator, left, right, { column, fenLimit });
  if (any.limit <= int8Limit) return any.sql;
  const usual = compareWithin(operator, left, right, { column, fenLimit: usualLimit });
  if (usual.limit > int8Limit) return any.sql;
  const money = new Set(
    [...factsOf(left), ...factsOf(right)].flatMap((fact) => moneyColumn(fact, column) ?? []),
  );
  const isUsual = [...money]
    .map((sql) => `${sql}::int8 between -${usualLimit} and ${usualLimit}`)
    .join(" and ");
  return `(case when ${isUsual} then ${usual.sql} else ${any.sql} end)`;
}

function compareWithin(operator: Comparison, left: Checked, right: Checked, reach: Reach): Exact {
  const [first, second] = crossed(left, right, reach);
  return { sql: compareExact(operator, first, second), limit: largest([first.limit, second.limit]) };
}

function moneyColumn(fact: Fact, column: ColumnOf): string | undefined {
  if (fact.type === "money") return column(fact);
  return fact.type === "moneyPerHead" ? column({ unit: fact.unit, code: fact.numerator }) : undefined;
}

/** a/b against c/d as a·d against c·b. */
function crossed(left: Checked, right: Checked, reach: Reach): [Exact, Exact] {
  const [a, b] = [amountSql(left, reach), amountSql(right, reach)];
  return [times(a.numerator, b.denominator), times(b.numerator, a.denominator)];
}

/** True or false, never null. */
export function amountKnownSql(node: Checked, column: ColumnOf): string {
  const { numerator, denominator } = amountSql(node, { column, fenLimit });
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
  return crossed(left, right, { column, fenLimit });
}

/** A node of type money, ratio or amount. */
function amountSql(node: Checked, reach: Reach): Amount {
  switch (node.kind) {
    case "fact":
      return moneyFactSql(node, reach);
    case "constant":
      return { numerator: literal(BigInt(Number(node.value))) };
    case "negate": {
      const { numerator, denominator } = amountSql(node.operand, reach);
      return { numerator: negative(numerator), denominator };
    }
    case "arithmetic":
      return calculate(node, reach);
    case "call":
      return chooseAmount(
        node.name,
        node.items.map((item) => amountSql(item, reach)),
      );
    default:
      return { numerator: literal(0n) };
  }
}

function moneyFactSql({ fact }: Extract<Checked, { kind: "fact" }>, reach: Reach): Amount {
  const { column, fenLimit: limit } = reach;
  if (fact.type !== "moneyPerHead") return { numerator: { sql: `${column(fact)}::int8`, limit } };
  const { unit } = fact;
  return {
    numerator: { sql: `${column({ unit, code: fact.numerator })}::int8`, limit },
    denominator: positive({ sql: `${column({ unit, code: fact.denominator })}::int8`, limit: int4Limit }),
  };
}

function calculate(node: Extract<Checked, { kind: "arithmetic" }>, reach: Reach): Amount {
  const [left, right] = [factorSql(node.left, reach), factorSql(node.right, reach)];
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
function factorSql(node: Checked, reach: Reach): Amount {
  if (isMoney(node.type)) return amountSql(node, reach);
  if (node.kind !== "constant" || node.digits === undefined)
    return { numerator: integerSql(node, reach.column) };
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
