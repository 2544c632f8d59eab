/**
 * How a name is found: by its characters, by pinyin initials and by its whole pinyin. A surname is read as a surname
 * (单 shan, 曾 zeng); the other reading of the first character stands beside (单 dan, 曾 ceng), because people type both.
 */
import { pinyin } from "pinyin-pro";

export interface NameIndex {
  /** The different characters, in order. */
  chars: string[];
  /** Lower-case initials; letters and digits stand for themselves; null when nothing can be typed for it. */
  initials: string | null;
  /** Initials with the other reading of the first character; null when there is none. */
  otherInitials: string | null;
  /** The whole name in pinyin without tones and blanks, ü as v; empty when nothing can be typed for it. */
  pinyin: string;
  /** The same with the other reading of the first character; null when there is none. */
  otherPinyin: string | null;
}

interface Reading {
  initial: string;
  whole: string;
}

interface SurnameReading {
  main: Reading;
  /** Null where no other reading begins with, or is, another one. */
  otherInitial: string | null;
  otherWhole: string | null;
}

// A county has eighty thousand names and three thousand characters.
const given = new Map<string, Reading>();
const surnames = new Map<string, SurnameReading>();

/** Spaces and the dots of ethnic names count for nothing. */
export function indexName(name: string): NameIndex {
  const letters = [...name.normalize("NFKC").replaceAll(/[\s·•・.．]/gu, "")];
  const [first, ...rest] = letters;
  if (first === undefined)
    return { chars: [], initials: null, otherInitials: null, pinyin: "", otherPinyin: null };
  const { main, otherInitial, otherWhole } = surnames.get(first) ?? readSurname(first);
  const tail = rest.map((letter) => given.get(letter) ?? readGiven(letter));
  const initials = tail.map((one) => one.initial).join("");
  const whole = tail.map((one) => one.whole).join("");
  return {
    chars: [...new Set(letters)],
    initials: main.initial + initials === "" ? null : main.initial + initials,
    otherInitials: otherInitial === null ? null : otherInitial + initials,
    pinyin: main.whole + whole,
    otherPinyin: otherWhole === null ? null : otherWhole + whole,
  };
}

function readSurname(letter: string): SurnameReading {
  const main = readingOf(pinyin(letter, { ...plain, mode: "surname" }));
  const others = pinyin(letter, { ...plain, multiple: true, type: "array" }).map(readingOf);
  const otherThan = (part: keyof Reading): string | null =>
    others.map((other) => other[part]).find((other) => other !== "" && other !== main[part]) ?? null;
  const reading = { main, otherInitial: otherThan("initial"), otherWhole: otherThan("whole") };
  surnames.set(letter, reading);
  return reading;
}

function readGiven(letter: string): Reading {
  const reading = readingOf(pinyin(letter, plain));
  given.set(letter, reading);
  return reading;
}

const plain = { toneType: "none", v: true } as const;

/** A character without a reading cannot be typed. */
function readingOf(syllable: string): Reading {
  const whole = syllable.toLowerCase();
  return /^[a-z0-9]+$/.test(whole) ? { initial: whole.slice(0, 1), whole } : { initial: "", whole: "" };
}
