/** What all parts of the type check share: the catalogue, the errors so far, and the way back into the check. */
import type { FactCatalogue } from "./catalogue.ts";
import { type Hint, isAdaptable } from "./check-literal.ts";
import * as problem from "./check-problem.ts";
import type { Expression } from "./expression.ts";
import type { PolicyError, Span } from "./policy-error.ts";
import type { Checked, Node } from "./tree.ts";
import { fitTogether, listIdOf } from "./value-type.ts";

export type RuleUnit = "household" | "member";

export interface Scene {
  readonly catalogue: FactCatalogue;
  readonly unit: RuleUnit;
  readonly errors: PolicyError[];
  /** Undefined after at least one error was reported. `hint`: what a literal stands beside. */
  check(expression: Expression, hint?: Hint): Checked | undefined;
}

/** Notes the error and goes on, so that one mistake does not hide the next. */
export function report(scene: Scene, error: PolicyError): undefined {
  scene.errors.push(error);
  return undefined;
}

export function at({ position, length }: Span, node: Node): Checked {
  return { position, length, ...node };
}

/** Values that must fit one another; a literal takes its unit from the others (元 beside money, a label beside a code). */
export function checkTogether(
  parts: readonly Expression[],
  scene: Scene,
  hint?: Hint,
): Checked[] | undefined {
  const firm = parts.map((part) => (isAdaptable(part) ? undefined : scene.check(part)));
  const lead = firm.find((one) => one !== undefined);
  if (!lead && !parts.every(isAdaptable)) return undefined;
  const shared = lead ? hintOf(lead, scene) : hint;
  const all = parts.map((part, index) => (isAdaptable(part) ? scene.check(part, shared) : firm[index]));
  const found = all.filter((one) => one !== undefined);
  if (found.length < parts.length) return undefined;
  const first = lead ?? found[0];
  const stranger = first && found.find((one) => !fitTogether(first, one));
  if (first && stranger)
    return report(scene, problem.notComparable(stranger, first.type, stranger.type, "="));
  return found;
}

export function hintOf(checked: Checked, scene: Scene): Hint {
  const list = listIdOf(checked);
  return { type: checked.type, list: list === undefined ? undefined : scene.catalogue.lists.get(list) };
}
