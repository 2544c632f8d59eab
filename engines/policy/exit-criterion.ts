/** Whether a rule decides the exit: it is a criterion of an exit standard. Risk elimination has criteria of its own. */
export function isExitCriterion(
  rule: { readonly kind: string } & (
    | { readonly standard: unknown }
    | { readonly standards: readonly unknown[] }
  ),
): boolean {
  const isOfStandard = "standards" in rule ? rule.standards.length > 0 : rule.standard !== null;
  return rule.kind === "criterion" && isOfStandard;
}
