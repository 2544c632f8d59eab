/** Random trees of rule text, well formed and not, for the parser's tests. They need not make sense to the type check. */
import fc from "fast-check";
import type { Expression, Shape } from "./expression.ts";

const at = (shape: Shape): Expression => ({ ...shape, position: 0, length: 0 });

const literal: fc.Arbitrary<Shape> = fc.oneof(
  fc.constantFrom<Shape>(
    { kind: "number", text: "0" },
    { kind: "number", text: "2995" },
    { kind: "number", text: "0.45" },
    { kind: "boolean", value: true },
    { kind: "boolean", value: false },
  ),
  fc.constantFrom("A级", "it's", "back\\slash", "").map((value) => ({ kind: "text" as const, value })),
);
const moment = fc.constantFrom<Shape>(
  { kind: "date", value: "2016-02-29" },
  { kind: "month", value: 201805 },
);
const term: fc.Arbitrary<Shape> = fc
  .constantFrom("家庭人口", "a", "人均住房（㎡）", 'quo"ted', "and", "date", "least")
  .map((name) => ({ kind: "term", name }));

/** `withMoments`: PostgreSQL knows no type `month`, so its oracle is asked without them. */
export function anyTree(withMoments: boolean): fc.Arbitrary<Expression> {
  const leaf = withMoments ? fc.oneof(literal, moment, term) : fc.oneof(literal, term);
  return fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof({ depthSize: "small" }, leaf, branch(tie("tree"))).map(at),
  })).tree;
}

function branch(tree: fc.Arbitrary<Expression>): fc.Arbitrary<Shape> {
  const items = fc.array(tree, { minLength: 1, maxLength: 3 });
  const kind = <Kind extends string>(name: Kind) => fc.constant(name);
  const operator = fc.constantFrom(
    ...(["+", "-", "*", "/", "=", "<>", "<", "<=", ">", ">=", "and", "or", "contains", "overlaps"] as const),
  );
  return fc.oneof<fc.Arbitrary<Shape>[]>(
    fc.record({ kind: kind("binary"), operator, left: tree, right: tree }),
    fc.record({ kind: kind("binary"), operator, left: tree, right: tree }),
    fc.record({
      kind: kind("unary"),
      operator: fc.constantFrom("-" as const, "not" as const),
      operand: tree,
    }),
    fc.record({ kind: kind("in"), negated: fc.boolean(), operand: tree, items }),
    fc.record({ kind: kind("between"), negated: fc.boolean(), operand: tree, low: tree, high: tree }),
    fc.record({
      kind: kind("is"),
      negated: fc.boolean(),
      operand: tree,
      what: fc.constantFrom("null" as const, "true" as const, "false" as const),
    }),
    fc.record({ kind: kind("list"), items: fc.array(tree, { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: kind("call"), name: fc.constantFrom("least" as const, "coalesce" as const), items }),
    fc.record({
      kind: kind("call"),
      name: fc.constantFrom("abs" as const, "count" as const),
      items: fc.tuple(tree),
    }),
  );
}

const operators = "+ - * / = <> < >= and or contains overlaps between".split(" ");
const word = (...words: string[]) => fc.constantFrom(...words);
const some = (words: fc.Arbitrary<string>) => fc.array(words, { maxLength: 2 });
const piece = fc
  .tuple(
    some(word("not", "-", "(")),
    word("a", "b", "1", "2.5", "true", "least ( a )"),
    some(
      word(
        "is null",
        "is not true",
        "in ( a , b )",
        "not in ( 1 )",
        "between a and b",
        "between 1 < 2 and",
        ")",
      ),
    ),
    word(...operators),
  )
  .map(([before, operand, after, operator]) => [...before, operand, ...after, operator]);

/** Operands and operators in likely order with a token lost now and then: about half are expressions. */
export const tokenSoup: fc.Arbitrary<string> = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.nat({ max: 40 }))
  .map(([pieces, lost]) =>
    pieces
      .flat()
      .slice(0, -1)
      .filter((_, index) => index !== lost)
      .join(" "),
  )
  .filter((text) => !/\b[ab] \(/.test(text));

/** The tree without its places in the text. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key]) => !["position", "length", "location", "rexpr_list_start", "rexpr_list_end"].includes(key),
      )
      .map(([key, inner]) => [key, withoutPlaces(inner)]),
  );
}
