/** What of the policies is shown, as it stands in the address. */
import { readOne, readYear } from "./plain-search.ts";

export const policyTabs = ["rules", "lines"] as const;
export const ruleUnits = ["household", "member"] as const;
export const ruleKinds = ["criterion", "elimination", "eligibility", "risk", "quality", "score"] as const;

export interface PolicyFilters {
  tab?: (typeof policyTabs)[number];
  standard?: string;
  unit?: (typeof ruleUnits)[number];
  kind?: (typeof ruleKinds)[number];
  /** Valid on 31 December of this year. */
  year?: number;
  /** Rules that hold in this place, 12 digits; all zeros: those of the whole country only. */
  place?: string;
  /** Those of other places too; absent: what holds in the reader's area, and what holds in places within it. */
  scope?: "everywhere";
}

export function readPolicyFilters(search: Record<string, unknown>): PolicyFilters {
  const { standard, place } = search;
  const tab = readOne(policyTabs, search["tab"]);
  const unit = readOne(ruleUnits, search["unit"]);
  const kind = readOne(ruleKinds, search["kind"]);
  const year = readYear(search["year"]);
  return {
    ...(tab && { tab }),
    ...(typeof standard === "string" && standard !== "" && { standard }),
    ...(unit && { unit }),
    ...(kind && { kind }),
    ...(year !== undefined && { year }),
    ...(search["scope"] === "everywhere" && { scope: "everywhere" }),
    ...(typeof place === "string" && /^\d{12}$/.test(place) && { place }),
  };
}

/** Where and for which year a change is tried; the change itself never stands in the address. */
export interface WhatIfView {
  area?: string;
  year?: number;
}

export function readWhatIfView(search: Record<string, unknown>): WhatIfView {
  const { area } = search;
  const year = readYear(search["year"]);
  return {
    ...(typeof area === "string" && /^\d{12}$/.test(area) && { area }),
    ...(year !== undefined && { year }),
  };
}
