/**
 * How a name is found: by its characters and by pinyin initials. A surname is read as a surname (单 s, 曾 z); the other
 * reading of the first character gives a second set of initials (单 d, 曾 c), because people type both.
 */
import { pinyin } from "pinyin-pro";

export interface NameIndex {
  /** The different characters, in order. */
  chars: string[];
  /** Lower-case initials; letters and digits stand for themselves; null when nothing can be typed for it. */
  initials: string | null;
  /** Initials with the other reading of the first character; null when there is none. */
  otherInitials: string | null;
}

// A county has eighty thousand names and three thousand characters.
const given = new Map<string, string>();
const surnames = new Map<string, { main: string; other: string | null }>();

/** Spaces and the dots of ethnic names count for nothing. */
export function indexName(name: string): NameIndex {
  const letters = [...name.normalize("NFKC").replaceAll(/[\s·•・.．]/gu, "")];
  const [first, ...rest] = letters;
  if (first === undefined) return { chars: [], initials: null, otherInitials: null };
  const surname = surnames.get(first) ?? readSurname(first);
  const tail = rest.map((letter) => given.get(letter) ?? readGiven(letter)).join("");
  const initials = surname.main + tail;
  return {
    chars: [...new Set(letters)],
    initials: initials === "" ? null : initials,
    otherInitials: surname.other === null ? null : surname.other + tail,
  };
}

function readSurname(letter: string): { main: string; other: string | null } {
  const main = typeable(pinyin(letter, { toneType: "none", pattern: "first", mode: "surname" }));
  const readings = pinyin(letter, { toneType: "none", pattern: "first", multiple: true, type: "array" }).map(
    typeable,
  );
  const reading = { main, other: readings.find((other) => other !== "" && other !== main) ?? null };
  surnames.set(letter, reading);
  return reading;
}

function readGiven(letter: string): string {
  const initial = typeable(pinyin(letter, { toneType: "none", pattern: "first" }));
  given.set(letter, initial);
  return initial;
}

/** A character without a reading cannot be typed as an initial. */
function typeable(initial: string): string {
  const letter = initial.toLowerCase();
  return /^[a-z0-9]$/.test(letter) ? letter : "";
}
