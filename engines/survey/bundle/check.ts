/** One line of the list that a stranger sees: what was computed again, and whether it came out as published. */
import { InputError } from "../../input-error.ts";
import type { Json } from "../draw/canonical-json.ts";
import { type CheckId, checkWords } from "./check-words.ts";
import { firstDifference } from "./difference.ts";

export interface Check {
  id: CheckId;
  /** null: open, this bundle cannot show it. */
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

/** An open line: what would have to be shown, and what this bundle shows instead. */
export function notShown(
  id: CheckId,
  shown: { place: string; expected?: string | undefined; found?: string | undefined },
): Check {
  const { zh, en } = checkWords[id];
  const { place, expected = null, found = null } = shown;
  return {
    id,
    ok: null,
    zh: `这份材料不能证明：${zh}`,
    en: `Not shown by this bundle: ${en}`,
    expected,
    found,
    place,
  };
}

/** false where a line is red; else null where one is open; true only when everything was shown. */
export function verdictOf(checks: readonly Check[]): boolean | null {
  if (checks.some(({ ok }) => ok === false)) return false;
  return checks.some(({ ok }) => ok === null) ? null : true;
}

/** A check over what anybody may have written: what an engine refuses on the way is a red line. */
export function guarded(id: CheckId, place: string, check: () => Check): Check {
  try {
    return check();
  } catch (error) {
    return refused(id, place, error);
  }
}

function refused(id: CheckId, place: string, error: unknown): Check {
  if (!(error instanceof InputError)) throw error;
  const check = failed(id, { place, expected: "–", found: error.code });
  return { ...check, zh: `${check.zh}。${error.zh}`, en: `${check.en}. ${error.en}` };
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
    checks.push(refused(id, place, error));
    return undefined;
  }
}
