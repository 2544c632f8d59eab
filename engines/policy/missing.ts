/** Which facts keep a rule from being decided, and why money per head is not known. */
import type { Fact, FactCatalogue } from "./catalogue.ts";
import { isUnknown } from "./evaluate.ts";
import type { Bilingual } from "./policy-error.ts";
import { type Checked, checkedParts, factsOf } from "./tree.ts";
import type { Facts } from "./value.ts";

/** Unknown facts below the parts that came out unknown, in reading order; after a division by zero the facts of that part. */
export function missingFacts(trees: readonly Checked[], facts: Facts): Fact[] {
  const unknown = new Set<Fact>();
  const suspects = new Set<Fact>();
  const visit = (node: Checked): void => {
    if (!isUnknown(node, facts)) return;
    if (node.kind === "fact") unknown.add(node.fact);
    if (node.kind === "arithmetic") for (const fact of factsOf(node)) suspects.add(fact);
    checkedParts(node).forEach(visit);
  };
  trees.forEach(visit);
  return [...(unknown.size > 0 ? unknown : suspects)];
}

/** A missing fact by name, with the part that is missing where it is computed: 人均纯收入（缺家庭人口）. */
export function nameMissing(fact: Fact, facts: Facts, catalogue: FactCatalogue): Bilingual {
  const name = { zh: fact.term, en: fact.title.en };
  if (fact.type !== "moneyPerHead") return name;
  const [money, count] = [fact.numerator, fact.denominator].map((code) => `${fact.unit}.${code}`);
  const [hasMoney, persons] = [(facts[money ?? ""] ?? null) !== null, facts[count ?? ""] ?? null];
  if (!hasMoney && persons === null) return name;
  const part = catalogue.byCode.get((hasMoney ? count : money) ?? "");
  if (!part) return name;
  if (hasMoney && persons !== null) {
    return { zh: `${name.zh}（${part.term}应大于0）`, en: `${name.en} (${part.title.en} must be above 0)` };
  }
  return { zh: `${name.zh}（缺${part.term}）`, en: `${name.en} (${part.title.en} is missing)` };
}
