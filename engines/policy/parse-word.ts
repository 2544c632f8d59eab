/** What may follow a plain word: `date '2018-01-01'`, `month '2018-05'`, and calls of the allowed functions. */
import { isIsoDate, readMonth } from "./calendar.ts";
import { functionNames, type Expression } from "./expression.ts";
import * as problem from "./parse-problem.ts";
import type { TokenStream } from "./token-stream.ts";
import type { Token } from "./token.ts";

export function readMoment(stream: TokenStream, word: Token): Expression {
  const value = stream.next();
  const kind = word.text.toLowerCase();
  if (kind === "date") {
    if (!isIsoDate(value.text)) throw problem.badDate(value);
    return stream.from(word, { kind, value: value.text });
  }
  if (kind === "month") {
    const month = readMonth(value.text);
    if (month === undefined) throw problem.badMonth(value);
    return stream.from(word, { kind, value: month });
  }
  throw problem.unexpectedToken(value);
}

export function readCall(stream: TokenStream, word: Token, items: readonly Expression[]): Expression {
  const name = functionNames.find((known) => known === word.text.toLowerCase());
  if (!name) throw problem.unknownFunction(word);
  if ((name === "abs" || name === "count") && items.length !== 1)
    throw problem.oneArgument(word, items.length);
  return stream.from(word, { kind: "call", name, items });
}
