/** What a reader set for this browser: language and type size. Nothing personal is kept. */
import { useSyncExternalStore } from "react";
import type { TypeSize } from "./tokens.ts";

export type Language = "zh" | "en";
export interface Preference {
  language: Language;
  size: TypeSize;
}

const key = "jingzhun.preference";
const listeners = new Set<() => void>();
let current = readPreference();

export function getPreference(): Preference {
  return current;
}

export function setPreference(change: Partial<Preference>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing still works; the choice lasts until the page closes.
  }
  for (const listener of listeners) listener();
}

export function subscribePreference(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreference(): Preference {
  return useSyncExternalStore(subscribePreference, getPreference);
}

function readPreference(): Preference {
  const fallback: Preference = { language: "zh", size: "normal" };
  try {
    const stored: Partial<Preference> = JSON.parse(localStorage.getItem(key) ?? "{}");
    return {
      language: stored.language === "en" || stored.language === "zh" ? stored.language : fallback.language,
      size: stored.size === "large" ? "large" : "normal",
    };
  } catch {
    return fallback;
  }
}
