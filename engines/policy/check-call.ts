/** Types of the functions: least, greatest and coalesce choose between values that fit together. */
import type { Hint } from "./check-literal.ts";
import { isCalculable } from "./check-number.ts";
import * as problem from "./check-problem.ts";
import type { Expression } from "./expression.ts";
import { type Scene, at, checkTogether, report } from "./scene.ts";
import type { Checked } from "./tree.ts";
import { joinTypes } from "./value-type.ts";

export function checkCall(
  expression: Extract<Expression, { kind: "call" }>,
  scene: Scene,
  hint: Hint | undefined,
): Checked | undefined {
  const { name } = expression;
  const items =
    name === "count"
      ? expression.items.map((item) => scene.check(item)).filter((item) => item !== undefined)
      : checkTogether(expression.items, scene, hint);
  const first = items?.[0];
  if (!items || !first) return undefined;
  if (name === "count") {
    if (first.type !== "codes") return report(scene, problem.notCodes(first));
    return at(expression, { kind: "call", name, items, type: "integer" });
  }
  const type = items.map((item) => item.type).reduce(joinTypes, first.type);
  const isAllowed = name === "coalesce" ? type !== "codes" : isCalculable(type);
  if (!isAllowed) return report(scene, problem.notANumber(first, first.type));
  return at(expression, { kind: "call", name, items, type });
}
