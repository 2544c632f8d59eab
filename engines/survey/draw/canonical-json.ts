/** JSON in its one canonical form (RFC 8785, JCS): no spaces, keys by UTF-16 code units, numbers as ECMAScript writes them. */
import { InputError } from "../../input-error.ts";

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A key whose value is undefined is left out. @throws InputError json.not-canonical for NaN, infinities, lone surrogates */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (typeof value === "string") return canonicalString(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, member]) =>
      member === undefined ? [] : [`${canonicalString(key)}:${canonicalJson(member)}`],
    );
  return `{${members.join(",")}}`;
}

function isList(value: readonly Json[] | object): value is readonly Json[] {
  return Array.isArray(value);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw notCanonical();
  return JSON.stringify(value);
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw notCanonical();
  return JSON.stringify(text);
}

function notCanonical(): InputError {
  return new InputError("json.not-canonical", {
    zh: "JSON 里不能有无穷大、非数字或残缺的字符。",
    en: "JSON can hold no infinity, no NaN and no half of a character.",
  });
}
