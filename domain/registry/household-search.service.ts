/**
 * What a person types to find a household: part of a name, its pinyin or the initials of it, the beginning or the last digits
 * of a household number, the whole id number or its last four, a mobile number. The kind is seen from the text.
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
import { indexName } from "./name-index.ts";

export interface TextSearch {
  /** Both ends of the range of 12-digit area codes, inside the actor's place. */
  areaLow: string;
  areaHigh: string;
  text: string;
  limit: number;
}

/**
 * Households in the range with a match in any year, at most `limit`, in no order; a helper's own ones only. Names and initials count from two
 * characters on: one would match a tenth of a county.
 * @throws Problem search.too-short
 */
export async function findHouseholdsByText(work: Work, search: TextSearch): Promise<HouseholdRef[]> {
  const found = new Map<string, HouseholdRef>();
  const range = { ...search, helperId: work.actor.helperId };
  for (const term of termsOf(search.text)) {
    const missing = search.limit - found.size;
    if (missing <= 0) break;
    for (const one of await searchMembers(work.tx, range, term, missing)) found.set(one.householdId, one);
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
      const match = presentMatch(term, row);
      const others = found.get(row.household_id) ?? [];
      if (others.some((other) => saysAsMuch(other, match))) continue;
      found.set(
        row.household_id,
        [...others, match].toSorted((a, b) => Number(b.isExact) - Number(a.isExact)),
      );
    }
  }
  return found;
}

function presentMatch(term: SearchTerm, row: MatchRow): SearchMatch {
  return {
    by: term.kind,
    isExact: isExact(term, row),
    maskedName: row.name === null ? null : maskName(row.name),
    isHead: row.relation === "01",
    relation: labelOf("relation", row.relation),
    inBook: inBookOf(row),
  };
}

/** Whose phone it is says more than that it is the household's. */
function saysAsMuch(known: SearchMatch, match: SearchMatch): boolean {
  return match.by === "phone" && known.by === "phone" && match.maskedName === null;
}

/** Nobody is the only one with his initials, or with the last four of an id number. */
function isExact(term: SearchTerm, row: MatchRow): boolean {
  switch (term.kind) {
    case "initials":
    case "idTail":
    case "registerNoTail":
      return false;
    case "registerNo":
      return row.register_no === term.needle;
    case "pinyin": {
      const { pinyin, otherPinyin } = indexName(row.name ?? "");
      return term.needle === pinyin || term.needle === otherPinyin;
    }
    case "name":
      return plainOf(row.name ?? "") === term.plain;
    case "id":
    case "phone":
      return true;
  }
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

/** The fewest of the last digits of a household number that are looked for. */
const fewestOfTail = 4;

/** What the text may be, the surest first. Four digits may be the last of an id, or of a household number, or its first. */
export function termsOf(typed: string): SearchTerm[] {
  const text = plainOf(typed);
  const { index } = secrets();
  if ([...text].length < 2) throw registryProblems["search.too-short"]();
  const latin = text.toLowerCase().replaceAll(/['’]/g, "").replaceAll("ü", "v");
  if (/^[a-z]+$/.test(latin)) return latinTerms(latin);
  if (!/^[0-9A-Z_-]+$/i.test(text)) return [nameTerm(text)];
  const terms: SearchTerm[] = [];
  if (/^1[3-9]\d{9}$/.test(text)) terms.push({ kind: "phone", indexed: index.ofPhone(text) });
  if (/^\d{17}[\dXx](\d{2}(\d{2})?)?$/.test(text)) terms.push({ kind: "id", indexed: index.ofId(text) });
  if (/^\d{3}[\dXx]$/.test(text)) terms.push({ kind: "idTail", indexed: index.ofIdTail(text) });
  if (text.length >= fewestOfTail) terms.push({ kind: "registerNoTail", needle: text });
  return [...terms, { kind: "registerNo", needle: text }];
}

/** 吕 is typed lv, and stands in passports as lyu. */
function latinTerms(latin: string): SearchTerm[] {
  return [
    { kind: "initials", needle: latin },
    { kind: "pinyin", needle: latin.replace(/^([ln])yu/, "$1v") },
  ];
}

/** `%` and `_` are letters here, not wildcards. */
function nameTerm(text: string): SearchTerm {
  return { kind: "name", plain: text, needle: text.replaceAll(/[\\%_]/g, "\\$&"), chars: [...new Set(text)] };
}
