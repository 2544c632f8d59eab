/** What of an area page stands in its address: the year, and the indicator that places are compared by. */
import { readYear } from "./plain-search.ts";

export interface AreaView {
  year?: number;
  indicator?: string;
}

export function readAreaView(search: Record<string, unknown>): AreaView {
  const year = readYear(search["year"]);
  const { indicator } = search;
  return {
    ...(year !== undefined && { year }),
    ...(typeof indicator === "string" && /^[a-z-]{1,40}$/.test(indicator) && { indicator }),
  };
}
