/** The first place where two documents differ, by its path. */
import { type Json, canonicalJson } from "../draw/canonical-json.ts";

export interface Difference {
  /** As `draw.selected[3].pi`. */
  place: string;
  expected: string;
  found: string;
}

/** @param tolerance by which numbers may differ, relative; undefined is what is not there */
export function firstDifference(
  expected: Json | undefined,
  found: Json | undefined,
  place: string,
  tolerance = 0,
): Difference | undefined {
  if (isList(expected) && isList(found)) return differenceOfLists(expected, found, place, tolerance);
  if (isObject(expected) && isObject(found)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
    return first(keys, (key) =>
      firstDifference(own(expected, key), own(found, key), `${place}.${key}`, tolerance),
    );
  }
  if (isSame(expected, found, tolerance)) return undefined;
  return { place, expected: shown(expected), found: shown(found) };
}

/** What the object itself holds: `__proto__` and `constructor` are keys like others, and every object inherits them. */
function own(fields: { readonly [key: string]: Json | undefined }, key: string): Json | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function differenceOfLists(
  expected: readonly Json[],
  found: readonly Json[],
  place: string,
  tolerance: number,
): Difference | undefined {
  const longer = expected.length > found.length ? expected : found;
  return first([...longer.keys()], (at) =>
    firstDifference(expected[at], found[at], `${place}[${at}]`, tolerance),
  );
}

function isSame(expected: Json | undefined, found: Json | undefined, tolerance: number): boolean {
  if (typeof expected !== "number" || typeof found !== "number") return expected === found;
  return Math.abs(expected - found) <= tolerance * Math.abs(expected);
}

function first<Item, Value>(
  items: readonly Item[],
  find: (item: Item) => Value | undefined,
): Value | undefined {
  for (const item of items) {
    const value = find(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json | undefined } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as a person can read it beside another: one line, cut where it is long. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return "–";
  const text = typeof value === "string" ? value : written(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** What has no canonical form, as half of a character, or is too deep for one, is named and not shown. */
function written(value: Json): string {
  try {
    return canonicalJson(value);
  } catch {
    return Array.isArray(value) ? "[…]" : "{…}";
  }
}
