/** Worked examples as small cases that people read: each given fact with its value in words. */
import type { FactCatalogue } from "./catalogue.ts";
import type { Bilingual } from "./policy-error.ts";
import type { RuleExample } from "./rule.ts";
import { measureOf, unfilled, withMeasure } from "./show.ts";

export interface GivenFact {
  readonly term: Bilingual;
  readonly shown: Bilingual;
}

/** In the order of the file; labels are what the file says, since an example is written with them. */
export function showGiven(given: RuleExample["given"], catalogue: FactCatalogue): GivenFact[] {
  return Object.entries(given).map(([term, value]) => {
    const fact = catalogue.facts.get(term);
    const shown = showGivenValue(value);
    const isMeasured = fact && typeof value !== "boolean" && shown !== unfilled;
    return {
      term: { zh: term, en: fact?.title.en ?? term },
      shown: isMeasured ? withMeasure(shown, measureOf(fact)) : shown,
    };
  });
}

function showGivenValue(value: RuleExample["given"][string]): Bilingual {
  if (value === null) return unfilled;
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (typeof value === "string" || typeof value === "number") return { zh: String(value), en: String(value) };
  if (value.length === 0) return { zh: "无", en: "none" };
  return { zh: value.join("、"), en: value.join(", ") };
}
