/** The types of values in a rule and which of them go together. */
import type { Checked, ValueType } from "./tree.ts";

export function isMoney(type: ValueType): boolean {
  return type === "money" || type === "amount" || type === "ratio";
}

export function isNumber(type: ValueType): boolean {
  return type === "integer" || type === "decimal";
}

export function isOrdered(type: ValueType): boolean {
  return isNumber(type) || isMoney(type) || type === "date" || type === "month";
}

/** The code list a value is taken from. */
export function listIdOf(node: Checked): string | undefined {
  if (node.kind === "fact") return "list" in node.fact ? node.fact.list : undefined;
  if (node.kind === "constant") return node.list;
  const first = node.kind === "call" && node.name === "coalesce" ? node.items[0] : undefined;
  return first && listIdOf(first);
}

/** Whether two values can be compared or chosen between: numbers, money, or the very same type and list. */
export function fitTogether(left: Checked, right: Checked): boolean {
  if (isNumber(left.type)) return isNumber(right.type);
  if (isMoney(left.type)) return isMoney(right.type);
  if (left.type === "codes" || left.type !== right.type) return false;
  return left.type !== "code" || listIdOf(left) === listIdOf(right);
}

/** The type that holds both of two values that fit together. */
export function joinTypes(left: ValueType, right: ValueType): ValueType {
  if (left === right && left !== "ratio") return left;
  return isMoney(left) ? "amount" : "decimal";
}
