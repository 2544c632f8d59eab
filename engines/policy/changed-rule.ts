/** The same rule with another condition, for trying what a change would do. */
import type { FactCatalogue } from "./catalogue.ts";
import { checkExpression } from "./check.ts";
import { type CompileResult, compileRule } from "./compile.ts";
import { parseExpression } from "./parse.ts";
import { plainWords } from "./plain.ts";
import { attempt } from "./policy-error.ts";
import type { Rule } from "./rule.ts";
import { type Checked, chainOf } from "./tree.ts";

/**
 * Compiles the rule with `when` as its condition. The messages of the rule stay where they fit the parts of the new
 * condition; else each part speaks for itself in plain words. Errors are of the condition only, with their place in it.
 */
export function changeCondition(rule: Rule, when: string, catalogue: FactCatalogue): CompileResult {
  const kept = compileRule({ ...rule, when }, catalogue);
  if (kept.ok) return kept;
  const errors = kept.errors.filter(({ field }) => field === "when");
  if (errors.length > 0) return { ok: false, errors };
  const tree = readTree(when, rule, catalogue);
  if (!tree) return kept;
  const message = chainOf(tree, "and").map((part) => saidOf(part, catalogue));
  return compileRule({ ...rule, when, message }, catalogue);
}

function readTree(when: string, rule: Rule, catalogue: FactCatalogue): Checked | undefined {
  const parsed = attempt(() => parseExpression(when));
  if (!parsed.ok) return undefined;
  const checked = checkExpression(parsed.value, catalogue, rule.unit);
  return checked.ok ? checked.tree : undefined;
}

/** Braces would be read as the place of a value. */
function saidOf(part: Checked, catalogue: FactCatalogue): Rule["message"][number] {
  const { zh, en } = plainWords(part, catalogue);
  const plain = (text: string): string => text.replaceAll(/[{}]/g, "");
  return { zh: `不符合：${plain(zh)}`, en: `Not so: ${plain(en)}` };
}
