/**
 * Language and type size, kept in this browser for each person who signs in here: an office shares its computers. Beside
 * an opaque id nothing of the person is kept.
 */
import { useSyncExternalStore } from "react";
import { keepChoice, keptChoice } from "./kept-choice.ts";
import type { TypeSize } from "./tokens.ts";

export type Language = "zh" | "en";
export interface Preference {
  language: Language;
  size: TypeSize;
}

/** What was chosen last, by whomever: for the page of signing in, and for who comes here the first time. */
const key = "jingzhun.preference";
const listeners = new Set<() => void>();
let person: string | null = null;
let current = readPreference(key, { language: "zh", size: "normal" });

export function getPreference(): Preference {
  return current;
}

export function setPreference(change: Partial<Preference>): void {
  const next = { ...current, ...change };
  keep(key, next);
  if (person !== null) keep(keyOf(person), next);
  become(next);
}

/** From now on what this person chose here holds, and what is chosen is hers. */
export function followPerson(id: string): void {
  if (id === person) return;
  person = id;
  become(readPreference(keyOf(id), current));
}

export function subscribePreference(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreference(): Preference {
  return useSyncExternalStore(subscribePreference, getPreference);
}

function keyOf(id: string): string {
  return `${key}.${id}`;
}

function become(next: Preference): void {
  current = next;
  for (const listener of listeners) listener();
}

function keep(name: string, preference: Preference): void {
  keepChoice(name, JSON.stringify(preference));
}

function readPreference(name: string, fallback: Preference): Preference {
  try {
    const stored: Partial<Preference> = JSON.parse(keptChoice(name) ?? "{}");
    return {
      language: stored.language === "en" || stored.language === "zh" ? stored.language : fallback.language,
      size: stored.size === "large" || stored.size === "normal" ? stored.size : fallback.size,
    };
  } catch {
    return fallback;
  }
}
