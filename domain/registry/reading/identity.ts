/**
 * Id numbers (GB 11643; disability cards carry the id number in front) and phone numbers. A number whose digits Excel
 * has lost cannot be mended here: the row is rejected. A well-formed number of the first generation (15 digits) is kept
 * with state `length`, so that a rule can find it; the national register wants 18.
 */
import type { IdState, ReadMember } from "../reading.contract.ts";
import { type Cell, formulaWithoutValue } from "./cell.ts";
import { isoDate } from "./dates.ts";
import { type Reason, reasons } from "./reasons.ts";
import { compactText, detached } from "./text.ts";

export interface IdNumber {
  idNumber: string | null;
  idState: IdState;
  idSex: ReadMember["idSex"];
  idBirth: string | null;
  /** Class and grade of a disability card. */
  disability?: { class: string; grade: number };
  /** Set when the row may not be imported. */
  reject?: Reason;
}

const missingWords = new Set(["", "无", "暂无", "没有", "未办理", "/", "-", "--", "—", "——", "null"]);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = "10X98765432";

export function checkCharacterOf(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return checkCharacters[sum % 11] ?? "";
}

export function readIdNumber(cell: Cell, latestBirthYear: number): IdNumber {
  if (cell === formulaWithoutValue) return rejected("length", reasons.formula);
  if (typeof cell === "number" && Math.abs(cell) >= 1e15) return rejected("length", reasons.lostDigits);
  const text = cleanNumber(cell);
  if (missingWords.has(text)) return { ...nothing, idState: "missing" };
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return rejected("length", reasons.scientific);
  if (!/^\d+[\dX]*[A-Z]?\d*$/.test(text)) return rejected("length", reasons.idCharacters);
  if (text.startsWith("999999")) return { ...nothing, idNumber: text, idState: "placeholder" };
  if (text.length === 15) return firstGeneration(text);
  if (![18, 20, 22].includes(text.length)) return rejected("length", reasons.idLength(text.length));
  return secondGeneration(text, latestBirthYear);
}

const nothing = { idNumber: null, idSex: null, idBirth: null };

function rejected(idState: IdState, reject: Reason): IdNumber {
  return { ...nothing, idState, reject };
}

function cleanNumber(cell: Cell): string {
  if (cell === null || typeof cell === "symbol" || typeof cell === "boolean" || cell instanceof Date)
    return "";
  const text = compactText(String(cell)).replace(/^['`‘’#]+|[;；]+$/g, "");
  return detached(text.toUpperCase().replace("×", "X"));
}

function firstGeneration(text: string): IdNumber {
  if (!/^\d{15}$/.test(text)) return rejected("length", reasons.idCharacters);
  const idBirth = birthIn(`19${text.slice(6, 12)}`, 1999);
  if (!idBirth) return rejected("date", reasons.idDate);
  return { idNumber: text, idState: "length", idSex: sexOf(text[14]), idBirth };
}

function secondGeneration(text: string, latestBirthYear: number): IdNumber {
  if (!/^\d{17}[\dX]/.test(text)) return rejected("check", reasons.idCharacters);
  if (checkCharacterOf(text) !== text[17])
    return rejected(
      "check",
      text.length === 18 && text.endsWith("000") ? reasons.idRounded : reasons.idCheck,
    );
  const idBirth = birthIn(text.slice(6, 14), latestBirthYear);
  if (!idBirth) return rejected("date", reasons.idDate);
  const valid: IdNumber = { idNumber: text, idState: "valid", idSex: sexOf(text[16]), idBirth };
  if (text.length === 18) return valid;
  const card = /^([1-7])([1-4])(?:[A-Z0-9]\d)?$/.exec(text.slice(18));
  if (!card?.[1]) return rejected("check", reasons.disabilityCard);
  return { ...valid, disability: { class: card[1], grade: Number(card[2]) } };
}

function birthIn(yyyymmdd: string, latestYear: number): string | undefined {
  const year = Number(yyyymmdd.slice(0, 4));
  if (year < 1880 || year > latestYear) return undefined;
  return isoDate(year, Number(yyyymmdd.slice(4, 6)), Number(yyyymmdd.slice(6, 8)));
}

function sexOf(digit: string | undefined): "01" | "02" {
  return Number(digit) % 2 === 1 ? "01" : "02";
}

/** The part that names the person, whichever card it stands on; null when there is no number to compare. */
export function personKeyOf({ idNumber, idState }: IdNumber): string | null {
  return idNumber === null || idState === "placeholder" ? null : idNumber.slice(0, 18);
}

/** The first number of the cell. `undefined` when it is no phone number, null when the cell is empty. */
export function readPhone(cell: Cell): { phone: string | null; valid: boolean } {
  const text = cell === formulaWithoutValue ? "?" : cleanNumber(cell);
  if (missingWords.has(text) || text === "0") return { phone: null, valid: true };
  const first = text.split(/[、,，;；/|]/u)[0] ?? "";
  const digits = first.replace(/[-()]/g, "").replace(/^(\+|00)?86(?=1\d{10}$)/, "");
  return { phone: digits.slice(0, 20), valid: /^1[3-9]\d{9}$|^0[1-9]\d{8,10}$/.test(digits) };
}
