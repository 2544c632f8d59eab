/**
 * Text → Expression, a Pratt parser with the precedence of PostgreSQL's grammar (comparisons do not chain, the lower
 * bound of `between` holds no and/or/not/in/is). Throws PolicyError `text.*` or `parse.*`, nothing else.
 */
import { binaryPower, isComparison, power, type Expression } from "./expression.ts";
import * as problem from "./parse-problem.ts";
import { readCall, readMoment } from "./parse-word.ts";
import { TokenStream } from "./token-stream.ts";

const deepest = 100;

export function parseExpression(text: string): Expression {
  const stream = TokenStream(text);
  const expression = readExpression(stream, 0, false, 0);
  const rest = stream.peek();
  if (rest.kind !== "end") throw problem.unexpectedToken(rest);
  return expression;
}

/** `bound`: inside the lower bound of `between`, where `and` ends the bound. */
export function readExpression(
  stream: TokenStream,
  minimum: number,
  bound: boolean,
  depth: number,
): Expression {
  if (depth > deepest) throw problem.tooDeep(stream.peek());
  let left = readOperand(stream, bound, depth + 1);
  for (;;) {
    const next = readOperation(stream, left, minimum, bound, depth + 1);
    if (!next) return left;
    left = next;
  }
}

function readOperand(stream: TokenStream, bound: boolean, depth: number): Expression {
  const token = stream.peek();
  if (stream.take("not")) {
    if (bound) throw problem.expectedOperand(token);
    const operand = readExpression(stream, power.not, false, depth);
    return stream.from(token, { kind: "unary", operator: "not", operand });
  }
  if (stream.take("-")) {
    const operand = readExpression(stream, power.minus, bound, depth);
    return stream.from(token, { kind: "unary", operator: "-", operand });
  }
  if (stream.take("(")) {
    const items = readItems(stream, depth);
    const only = items[0];
    return only && items.length === 1 ? only : stream.from(token, { kind: "list", items });
  }
  return readAtom(stream, depth);
}

function readAtom(stream: TokenStream, depth: number): Expression {
  const token = stream.next();
  if (token.kind === "number") return stream.from(token, { kind: "number", text: token.text });
  if (token.kind === "text") return stream.from(token, { kind: "text", value: token.text });
  if (token.kind === "keyword" && (token.text === "true" || token.text === "false")) {
    return stream.from(token, { kind: "boolean", value: token.text === "true" });
  }
  if (token.kind === "keyword" && token.text === "null") throw problem.nullLiteral(token);
  if (token.kind !== "name") throw problem.expectedOperand(token);
  if (!token.quoted && stream.peek().kind === "text") return readMoment(stream, token);
  if (!token.quoted && stream.take("(")) return readCall(stream, token, readItems(stream, depth));
  return stream.from(token, { kind: "term", name: token.text });
}

/** The rest of `(a, b, …)` after the opening bracket. */
function readItems(stream: TokenStream, depth: number): Expression[] {
  const items = [readExpression(stream, 0, false, depth)];
  while (stream.take(",")) items.push(readExpression(stream, 0, false, depth));
  stream.expect(")");
  return items;
}

/** One operator and what stands right of it, or undefined where the expression ends. */
function readOperation(
  stream: TokenStream,
  left: Expression,
  minimum: number,
  bound: boolean,
  depth: number,
): Expression | undefined {
  const operator = stream.binaryOperator();
  if (operator) {
    const strength = binaryPower(operator);
    if (strength < minimum || (bound && strength < power.compare)) return undefined;
    stream.next();
    const right = readExpression(stream, strength + 1, bound, depth);
    if (strength === power.compare) refuseChain(stream, power.compare);
    return stream.from(left, { kind: "binary", operator, left, right });
  }
  if (bound) return undefined;
  if (stream.peek().text === "is" && stream.peek().kind === "keyword") {
    return power.is < minimum ? undefined : readIs(stream, left);
  }
  return power.between < minimum ? undefined : readRange(stream, left, depth);
}

function readIs(stream: TokenStream, operand: Expression): Expression {
  stream.expect("is");
  const negated = stream.take("not");
  for (const what of ["null", "true", "false"] as const) {
    if (stream.take(what)) return stream.from(operand, { kind: "is", negated, operand, what });
  }
  throw problem.expectedToken("null / true / false", stream.peek());
}

/** `[not] in (…)` and `[not] between … and …`. */
function readRange(stream: TokenStream, operand: Expression, depth: number): Expression | undefined {
  const negated = stream.takeNotBefore("in", "between");
  if (stream.take("in")) {
    stream.expect("(");
    return stream.from(operand, { kind: "in", negated, operand, items: readItems(stream, depth) });
  }
  if (!stream.take("between")) return undefined;
  const low = readExpression(stream, 0, true, depth);
  stream.expect("and");
  const high = readExpression(stream, power.between + 1, false, depth);
  refuseChain(stream, power.between);
  return stream.from(operand, { kind: "between", negated, operand, low, high });
}

/** `a < b < c` means nothing in SQL, nor does `a between b and c in (d)`. */
function refuseChain(stream: TokenStream, strength: number): void {
  const next = stream.binaryOperator();
  const chained =
    strength === power.compare ? next !== undefined && isComparison(next) : stream.isRangeNext();
  if (chained) throw problem.chained(stream.peek());
}
