/** The plain facts of an entry, in words and in the order of the words. */
import { useTranslation } from "react-i18next";
import { type Role, roleWords } from "../../../../domain/access/role.contract.ts";
import type { ListedEvent } from "../../../../domain/audit/event.contract.ts";
import { formatCount, formatYuan } from "../../design/numbers.ts";
import { zh } from "../../words/audit.words.ts";
import { useActionWords } from "./event-words.tsx";

export type FactName = keyof typeof zh.fact;

export interface EventFact {
  name: FactName;
  words: string;
}

const names = Object.keys(zh.fact);
/** Shown as they were written: a year is no count, a hash no text. */
const asWritten = new Set<FactName>(["year", "designatedYear", "formerDesignatedYear", "row"]);
const digests = new Set<FactName>(["hash", "fileHash", "fingerprint"]);

function isRole(value: string): value is Role {
  return value in roleWords.zh;
}

function isFact(name: string): name is FactName {
  return names.includes(name);
}

/** What has no word, and what nobody filled in, is left out. */
export function useEventFacts(): (event: ListedEvent) => EventFact[] {
  const wordsOf = useFactWords();
  return ({ detail }) =>
    Object.entries(detail).flatMap(([name, value]) => {
      const words = isFact(name) ? wordsOf(name, value) : "";
      return isFact(name) && words !== "" ? [{ name, words }] : [];
    });
}

function useFactWords(): (name: FactName, value: unknown) => string {
  const { t } = useTranslation();
  const actionWords = useActionWords();
  return (name, value) => {
    if (Array.isArray(value)) return value.map(String).join(t("mark.and"));
    if (typeof value === "number") return numberWords(name, value);
    if (typeof value !== "string") return "";
    if (digests.has(name)) return value.slice(0, 16);
    if (name === "operation") return actionWords(value);
    if (name === "role") return wordsOfRole(value);
    if (name === "changed") return triedWords(value);
    return value;
  };

  function wordsOfRole(value: string): string {
    return isRole(value) ? t(`role.${value}`) : value;
  }

  function triedWords(value: string): string {
    const tried = (["when", "poverty", "monitoring"] as const).find((one) => one === value);
    return tried ? t(`audit.tried.${tried}`) : value;
  }
}

function numberWords(name: FactName, value: number): string {
  if (asWritten.has(name)) return String(value);
  return name === "amount" ? formatYuan(value) : formatCount(value);
}
