/** What hands and Excel do to a register. At most two households in a hundred are spoiled, always the same ones. */
import type { SyntheticHousehold } from "./household.ts";
import type { SyntheticPerson } from "./person.ts";

export const quirks = [
  /** The last character of an id number is wrong: the person is rejected. */
  "badCheckDigit",
  /** Nobody is the head: the household is rejected (in rosters). */
  "missingHead",
  /** An id number became 4.21E+17 or a rounded number: the person is rejected. */
  "scientificId",
  "roundedId",
  /** Harmless: digits in full width; years and months in words, √ for yes. */
  "fullWidthDigits",
  "writtenInWords",
] as const;
export type Quirk = (typeof quirks)[number];

const oneIn = 50;

/** Place in the register → what is wrong with the household. */
export function quirksOf(households: number): ReadonlyMap<number, Quirk> {
  const spoiled = Math.floor(households / oneIn);
  return new Map(
    Array.from({ length: spoiled }, (_, turn) => [
      turn * oneIn + Math.floor(oneIn / 2),
      quirks[turn % quirks.length] ?? "fullWidthDigits",
    ]),
  );
}

const losesPerson: ReadonlySet<Quirk | undefined> = new Set<Quirk>([
  "badCheckDigit",
  "scientificId",
  "roundedId",
]);

/** The youngest of several; somebody who lives alone is only written in full width, so that no household is left empty. */
export function lostMemberOf(
  { members }: SyntheticHousehold,
  quirk: Quirk | undefined,
): SyntheticPerson | undefined {
  return losesPerson.has(quirk) && members.length > 1 ? members.at(-1) : undefined;
}

export function idCell(
  household: SyntheticHousehold,
  member: SyntheticPerson,
  quirk: Quirk | undefined,
): string | number {
  const { idNumber } = member;
  if (member !== lostMemberOf(household, quirk))
    return quirk === undefined ||
      quirk === "writtenInWords" ||
      quirk === "missingHead" ||
      household.members.length > 1
      ? fullWidthIf(quirk, idNumber)
      : fullWidthIf("fullWidthDigits", idNumber);
  const rounded = Number(`${idNumber.slice(0, 15)}000`);
  if (quirk === "roundedId") return rounded;
  if (quirk === "scientificId") return rounded.toExponential(2).replace("e+", "E+");
  return idNumber.slice(0, 17) + (idNumber.endsWith("0") ? "1" : "0");
}

export function fullWidthIf(quirk: Quirk | undefined, text: string): string {
  if (quirk !== "fullWidthDigits") return text;
  return text.replace(/[0-9X]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

export function yearCell(year: number | null, quirk: Quirk | undefined): string | number | null {
  return year !== null && quirk === "writtenInWords" ? `${year}年` : year;
}

/** yyyymm */
export function monthCell(month: number | null, quirk: Quirk | undefined): string | number | null {
  if (month === null || quirk !== "writtenInWords") return month;
  return `${Math.floor(month / 100)}年${month % 100}月`;
}

export function yesNoCell(truth: boolean | null, quirk: Quirk | undefined): string | null {
  if (truth === null) return null;
  if (quirk === "writtenInWords") return truth ? "√" : "×";
  return truth ? "是" : "否";
}
