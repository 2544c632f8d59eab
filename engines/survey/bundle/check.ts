/** One line of the list that a stranger sees: what was computed again, and whether it came out as published. */
import { InputError } from "../../input-error.ts";
import type { Json } from "../draw/canonical-json.ts";
import { type CheckId, checkWords } from "./check-words.ts";
import { firstDifference } from "./difference.ts";

export interface Check {
  id: CheckId;
  /** null: said in the bundle, and nothing here can compute it. */
  ok: boolean | null;
  zh: string;
  en: string;
  /** What must stand there, what stands there, and where: of the first difference; null where there is none. */
  expected: string | null;
  found: string | null;
  place: string | null;
}

export function passed(id: CheckId): Check {
  return { id, ok: true, ...checkWords[id], expected: null, found: null, place: null };
}

export function notComputed(id: CheckId, place: string): Check {
  return { id, ok: null, ...checkWords[id], expected: null, found: null, place };
}

export function failed(id: CheckId, difference: { place: string; expected: string; found: string }): Check {
  const { zh, en } = checkWords[id];
  return { id, ok: false, zh: `不符：${zh}`, en: `Does not hold: ${en}`, ...difference };
}

/** Whether what is published is what was computed; the first place where it is not. */
export function compared(
  id: CheckId,
  place: string,
  computed: Json | undefined,
  published: Json | undefined,
  tolerance = 0,
): Check {
  const difference = firstDifference(computed, published, place, tolerance);
  return difference ? failed(id, difference) : passed(id);
}

/** A step that an engine may refuse: its value, or undefined after a failed check that holds the engine's sentences. */
export function attempted<Value>(
  checks: Check[],
  id: CheckId,
  place: string,
  compute: () => Value,
): Value | undefined {
  try {
    const value = compute();
    checks.push(passed(id));
    return value;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const check = failed(id, { place, expected: "–", found: error.code });
    checks.push({ ...check, zh: `${check.zh}。${error.zh}`, en: `${check.en}. ${error.en}` });
    return undefined;
  }
}
