/**
 * What a person types to find a household: part of a name, pinyin initials, the beginning of a household number, the
 * whole id number or its last four, a mobile number. The kind is seen from the text.
 */
import { secrets } from "../../platform/secrets/secrets.ts";
import type { Work } from "../access/work.ts";
import { registryProblems } from "./registry.problems.ts";
import { labelOf } from "./code-list.ts";
import {
  type HouseholdRef,
  type MatchRow,
  type SearchTerm,
  listMatches,
  searchMembers,
} from "./household-search.sql.ts";
import type { SearchMatch } from "./household-search.contract.ts";
import { isOnBooks } from "./household-present.ts";
import { maskName } from "./masking.ts";

export interface TextSearch {
  /** Both ends of the range of 12-digit area codes, inside the actor's place. */
  areaLow: string;
  areaHigh: string;
  text: string;
  limit: number;
}

/**
 * Households in the range with a match in any year, at most `limit`, in no order. Names and initials count from two
 * characters on: one would match a tenth of a county.
 * @throws Problem search.too-short
 */
export async function findHouseholdsByText(work: Work, search: TextSearch): Promise<HouseholdRef[]> {
  const found = new Map<string, HouseholdRef>();
  for (const term of termsOf(search.text)) {
    const missing = search.limit - found.size;
    if (missing <= 0) break;
    for (const one of await searchMembers(work.tx, search, term, missing)) found.set(one.householdId, one);
  }
  return [...found.values()];
}

/** Why a search found each of these households: whom it matched and by what, heads first. */
export async function matchesOf(
  work: Work,
  text: string,
  households: readonly HouseholdRef[],
  year: number,
): Promise<Map<string, SearchMatch[]>> {
  const found = new Map<string, SearchMatch[]>();
  for (const term of termsOf(text)) {
    for (const row of await listMatches(work.tx, households, year, term)) {
      const match = {
        by: term.kind,
        isExact: isExact(term, row),
        maskedName: row.name === null ? null : maskName(row.name),
        isHead: row.relation === "01",
        relation: labelOf("relation", row.relation),
        inBook: inBookOf(row),
      };
      const others = found.get(row.household_id) ?? [];
      found.set(
        row.household_id,
        [...others, match].toSorted((a, b) => Number(b.isExact) - Number(a.isExact)),
      );
    }
  }
  return found;
}

/** Nobody is the only one with his initials, or with the last four of an id number. */
function isExact(term: SearchTerm, row: MatchRow): boolean {
  if (term.kind === "initials" || term.kind === "idTail") return false;
  if (term.kind === "registerNo") return row.register_no === term.needle;
  return term.kind !== "name" || plainOf(row.name ?? "") === term.plain;
}

/** Blanks and the dots of ethnic names count for nothing. */
function plainOf(typed: string): string {
  return typed.normalize("NFKC").replaceAll(/[\s·•・.．]/g, "");
}

function inBookOf(row: MatchRow): SearchMatch["inBook"] {
  if (row.name === null) return null;
  if (row.member_status === null) return "absent";
  return isOnBooks({ member_status: row.member_status }) ? "present" : "left";
}

/** Four digits may be the last of an id or the first of a household number: both are looked for. */
export function termsOf(typed: string): SearchTerm[] {
  const text = plainOf(typed);
  const { index } = secrets();
  if ([...text].length < 2) throw registryProblems["search.too-short"]();
  if (/^\p{Script=Latin}+$/u.test(text)) {
    const initials: SearchTerm = { kind: "initials", needle: text.toLowerCase() };
    return /^[a-z]+$/i.test(text) ? [initials] : [nameTerm(text)];
  }
  if (!/^[0-9A-Z_-]+$/i.test(text)) return [nameTerm(text)];
  const terms: SearchTerm[] = [{ kind: "registerNo", needle: text }];
  if (/^\d{3}[\dXx]$/.test(text)) terms.unshift({ kind: "idTail", indexed: index.ofIdTail(text) });
  if (/^\d{17}[\dXx](\d{2}(\d{2})?)?$/.test(text)) terms.unshift({ kind: "id", indexed: index.ofId(text) });
  if (/^1[3-9]\d{9}$/.test(text)) terms.unshift({ kind: "phone", indexed: index.ofPhone(text) });
  return terms;
}

/** `%` and `_` are letters here, not wildcards. */
function nameTerm(text: string): SearchTerm {
  return { kind: "name", plain: text, needle: text.replaceAll(/[\\%_]/g, "\\$&"), chars: [...new Set(text)] };
}
