/** What criteria are called in a sentence about a household: where two standards ask the same, it is named once with both. */
import { type Told, mattersOf } from "../../engines/policy/matter.ts";
import type { Rule } from "../../engines/policy/rule.ts";
import { type Standard, findStandardOf } from "./policy/policy-data.ts";

type Named = Pick<Rule, "id" | "title">;

/** @param rules with the same outcome; one of which others say all is named with them */
export function namesOf(
  rules: readonly (Named & Told)[],
  standards: readonly Standard[],
  language: "zh" | "en",
): string {
  return mattersOf(rules)
    .map(({ first, again }) => nameOf([first, ...again], standards)[language])
    .join(language === "zh" ? "、" : "; ");
}

/** The title of the first; where several standards hold at once, with those that ask it. */
function nameOf(same: readonly Named[], standards: readonly Standard[]): Rule["title"] {
  const title = same[0]?.title ?? { zh: "", en: "" };
  const asking =
    standards.length > 1 ? same.flatMap(({ id }) => findStandardOf(id, standards)?.name ?? []) : [];
  if (asking.length === 0) return title;
  return {
    zh: `${title.zh}（${asking.map(({ zh }) => zh).join("、")}）`,
    en: `${title.en} (${asking.map(({ en }) => en).join(", ")})`,
  };
}
