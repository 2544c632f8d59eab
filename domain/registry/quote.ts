/**
 * What a reason may quote of a cell. A person's name cannot be told from other words, so nothing is quoted that is not
 * known to be harmless: digits, dates, signs, words of the code lists, names of places. Of anything else only the length is told.
 */
import { faultOfNumber } from "./household-number.ts";
import { maskName, maskNumber } from "./masking.ts";
import { findField } from "./reading-fields.ts";
import { isCodeWord } from "./reading/codes.ts";

/** How a sentence calls a cell, in both languages. */
export interface CalledCell {
  zh: string;
  en: string;
}

const longest = 20;

// A grade of school that a person may be called, too: 高 is a surname.
const gradeOrName = /^高[一二三]$/;

export function callCell(text: string): CalledCell {
  const word = text.normalize("NFKC").trim();
  if (isCodeWord(word) && !gradeOrName.test(word)) return quoted(word);
  return isPlain(word) ? quoted(masked(word)) : lengthOf(word);
}

/** A household number, unless a name, a phone number or an id number (right or wrong) stands in its column. */
export function harmlessRegisterNo(registerNo: string | null): string | null {
  return registerNo === null || faultOfNumber(registerNo) !== undefined ? null : registerNo;
}

// A person may be called 李新村: short names count only with an ending that no person's name has.
const placeEnding = /(委员会|村委会|居委会|社区|街道|办事处|嘎查|苏木|民族乡|自治县|自治旗)$/;
const longPlace = /^\p{Script=Han}{3,}[村镇乡县市区旗]$/u;

/** For a cell where the name of a place belongs. */
export function callPlace(text: string): CalledCell {
  const word = text.trim();
  const isPlace = /^\p{Script=Han}+$/u.test(word) && (placeEnding.test(word) || longPlace.test(word));
  return isPlace && word.length <= longest ? quoted(word) : callCell(text);
}

/** What may be shown of a cell: personal fields masked, of others what is known to be harmless; else only that it is filled. */
export function shownCell(text: string, field: string): string | null {
  const given = text.trim();
  if (given === "") return null;
  switch (findField(field)?.type) {
    case "name":
      return maskName(given);
    case "idNumber":
    case "phone":
      return maskNumber(given);
    default: {
      const { zh } = field.startsWith("place.") ? callPlace(given) : callCell(given);
      return /^“(.*)”$/su.exec(zh)?.[1] ?? "****";
    }
  }
}

const units = "年月日元万角分亩人口户级个";
const amount = new RegExp(String.raw`^[^\p{L}\p{N}]*\d[\d\s.,:/~%+()\-${units}]*$`, "u");

/** Digits, signs and units, or ASCII without a letter but the X that ends an id number: a name may be three letters long. */
function isPlain(word: string): boolean {
  return amount.test(word) || /^[\x20-\x40[-`{-~]*(?:\dx)?$/i.test(word);
}

const date = /^(19|20)\d\d[-./年]\d{1,2}([-./月](\d{1,2}日?)?)?$/;

/** Six digits and more may be a number of a person, whatever stands between them. */
function masked(word: string): string {
  const digits = word.replaceAll(/\D/g, "");
  if (date.test(word) || digits.length < 6) return shortened(word);
  return maskNumber(/x$/i.test(word) ? `${digits}X` : digits);
}

function shortened(word: string): string {
  return word.length > longest ? `${word.slice(0, longest)}…` : word;
}

function quoted(word: string): CalledCell {
  return { zh: `“${word}”`, en: `"${word}"` };
}

function lengthOf(word: string): CalledCell {
  const length = [...word].length;
  return { zh: `这一格的文字（${length}字）`, en: `the text of this cell (${length} characters)` };
}
