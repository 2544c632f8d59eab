/** Reads tokens one after the other. `take` eats a keyword or symbol if it is next, `expect` insists (`parse.expected-token`). */
import { isComparison, type Expression, type Shape } from "./expression.ts";
import { expectedToken } from "./parse-problem.ts";
import type { Span } from "./policy-error.ts";
import { readTokens, type Token } from "./token.ts";

type BinaryOperator = Extract<Expression, { kind: "binary" }>["operator"];

export interface TokenStream {
  peek(): Token;
  next(): Token;
  take(word: string): boolean;
  expect(word: string): void;
  /** Eats `not` when one of the words follows it. */
  takeNotBefore(...words: string[]): boolean;
  isRangeNext(): boolean;
  binaryOperator(): BinaryOperator | undefined;
  /** Gives a shape the span from `start` to the last token eaten. */
  from(start: Span, shape: Shape): Expression;
}

const operators: readonly BinaryOperator[] = ["+", "-", "*", "/", "and", "or", "contains", "overlaps"];

export function TokenStream(text: string): TokenStream {
  const tokens = readTokens(text);
  const end: Token = { kind: "end", text: "", quoted: false, position: text.length, length: 0 };
  let at = 0;
  let eaten = 0;
  const peek = (ahead = 0): Token => tokens[at + ahead] ?? end;
  const next = (): Token => {
    const token = peek();
    eaten = token.position + token.length;
    at += 1;
    return token;
  };
  const is = (token: Token, word: string): boolean =>
    (token.kind === "keyword" || token.kind === "symbol") && token.text === word;
  const take = (word: string): boolean => is(peek(), word) && next() !== undefined;
  const isRange = (token: Token): boolean => is(token, "in") || is(token, "between");
  return {
    peek: () => peek(),
    next,
    take,
    expect: (word) => {
      if (!take(word)) throw expectedToken(word, peek());
    },
    takeNotBefore: (...words) => is(peek(), "not") && words.some((word) => is(peek(1), word)) && take("not"),
    isRangeNext: () => isRange(peek()) || (is(peek(), "not") && isRange(peek(1))),
    binaryOperator: () => {
      const { kind, text: word } = peek();
      if (kind !== "keyword" && kind !== "symbol") return undefined;
      return isComparison(word) ? word : operators.find((operator) => operator === word);
    },
    from: ({ position }, shape) => ({ ...shape, position, length: eaten - position }),
  };
}
