/** Looks for id numbers and mobile phones wherever a bundle takes free words. */
import type { BundleParts } from "./bundle.ts";
import { type Check, failed, passed } from "./check.ts";

export function nothingPersonal({ shares, households, interviews = [] }: BundleParts): Check {
  const listed = households?.split("\n").map((line) => line.split("\t")[0] ?? "") ?? [];
  const place =
    placeOf(
      "shares",
      "holder",
      shares.findIndex(({ holder }) => isPersonal(holder)),
    ) ??
    placeOf("households.lines", undefined, listed.findIndex(isPersonal)) ??
    placeOf(
      "interviews",
      "id",
      interviews.findIndex(({ id }) => isPersonal(id)),
    ) ??
    placeOf(
      "interviews",
      "answers",
      interviews.findIndex(({ answers }) => hasPersonal(answers)),
    );
  if (place === undefined) return passed("interviews.personal");
  return failed("interviews.personal", { place, expected: "–", found: "***" });
}

function placeOf(list: string, field: string | undefined, at: number): string | undefined {
  return at === -1 ? undefined : `${list}[${at}]${field === undefined ? "" : `.${field}`}`;
}

/** In free words any eighteen digits are too many, whatever they are. */
function hasPersonal(answers: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(answers).some(([key, answer]) =>
    [key, String(answer)].some((text) => isPersonal(text) || /\d{17}[\dXx]/.test(joined(text))),
  );
}

/**
 * Eighteen characters of an id number with a day of birth in its place, or eleven digits of a mobile phone; also where
 * spaces, hyphens, dots or other signs stand between, and in digits of full width. An id of 128 random bits is neither.
 */
function isPersonal(text: string): boolean {
  if (/^[0-9a-f]{32}$/.test(text)) return false;
  return [text.normalize("NFKC"), joined(text)].some(
    (one) =>
      /\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]/.test(one) ||
      /(?<!\d)(86)?1[3-9]\d{9}(?!\d)/.test(one),
  );
}

function joined(text: string): string {
  return text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");
}
