/** Worked examples as small cases that people read: each given fact with its value in words. */
import type { Fact, FactCatalogue } from "./catalogue.ts";
import type { Bilingual } from "./policy-error.ts";
import type { RuleExample } from "./rule.ts";
import { measureOf, unfilled, withMeasure } from "./show.ts";

export interface GivenFact {
  readonly term: Bilingual;
  readonly shown: Bilingual;
}

/** In the order of the file; labels are what the file says, since an example is written with them, and English as their list has it. */
export function showGiven(given: RuleExample["given"], catalogue: FactCatalogue): GivenFact[] {
  return Object.entries(given).map(([term, value]) => {
    const fact = catalogue.facts.get(term);
    const shown = showGivenValue(value, (label) => englishOf(label, fact, catalogue));
    const isMeasured = fact && typeof value !== "boolean" && shown !== unfilled;
    return {
      term: { zh: term, en: fact?.title.en ?? term },
      shown: isMeasured ? withMeasure(shown, measureOf(fact)) : shown,
    };
  });
}

/** Of the label of a code; anything else is itself. */
function englishOf(label: string, fact: Fact | undefined, { lists }: FactCatalogue): string {
  if (!fact || !("list" in fact)) return label;
  return lists.get(fact.list)?.items.find((item) => item.label === label)?.en ?? label;
}

function showGivenValue(value: RuleExample["given"][string], english: (label: string) => string): Bilingual {
  if (value === null) return unfilled;
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (typeof value === "number") return { zh: String(value), en: String(value) };
  if (typeof value === "string") return { zh: value, en: english(value) };
  if (value.length === 0) return { zh: "无", en: "none" };
  return { zh: value.join("、"), en: value.map(english).join(", ") };
}
