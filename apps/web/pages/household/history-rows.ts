/** The books of a household as lines of a table: one line a field, one value a year, changes marked. */
import type { HistoryBook } from "../../../../domain/registry/household-history.contract.ts";
import type { BothLanguages } from "../../design/both-languages.ts";
import { type IncomeLine, guaranteeFields, incomeParts, livingSections } from "./fields.ts";

export type HistorySection = "status" | "income" | "living" | "guarantee";

/** A code is in both languages; null: nobody entered it. */
export type HistoryValue = string | number | boolean | BothLanguages | null;

type LivingField = (typeof livingSections)[keyof typeof livingSections][number]["name"];

/** Where the label of the line stands among the words. */
export type HistoryWord =
  | `history.field.${StatusField}`
  | `household.income.line.${IncomeLine}`
  | `household.income.part.${keyof typeof incomeParts}`
  | "household.income.net"
  | `household.living.field.${LivingField}`
  | `household.guarantee.field.${(typeof guaranteeFields)[number]}`;

export interface HistoryRow {
  section: HistorySection;
  word: HistoryWord;
  isMoney: boolean;
  /** One a book, in the order of the books. */
  values: HistoryValue[];
  /** Whether the value differs from that of the book before. */
  changed: boolean[];
}

type Books = readonly HistoryBook[];

/** Fields that no book of them holds are left out. */
export function historyRows(books: Books): HistoryRow[] {
  const rows = [...statusRows(books), ...incomeRows(books), ...livingRows(books), ...guaranteeRows(books)];
  return rows.filter(({ values }) => values.some((value) => value !== null));
}

const statusFields = [
  "exitStatus",
  "exitYear",
  "attribute",
  "householdType",
  "identificationStandard",
  "mainCause",
  "otherCauses",
  "persons",
  "registeredPersons",
] as const;
type StatusField = (typeof statusFields)[number];

function statusRows(books: Books): HistoryRow[] {
  return statusFields.map((field) =>
    rowOf(
      "status",
      `history.field.${field}`,
      books.map((book) => plain(book[field])),
    ),
  );
}

function incomeRows(books: Books): HistoryRow[] {
  const line = (field: IncomeLine): HistoryRow =>
    rowOf(
      "income",
      `household.income.line.${field}`,
      books.map(({ income }) => income?.[field] ?? null),
      true,
    );
  const part = (field: keyof typeof incomeParts): HistoryRow[] => [
    rowOf(
      "income",
      `household.income.part.${field}`,
      books.map(({ income }) => income?.[field] ?? null),
      true,
    ),
    ...incomeParts[field].map(line),
  ];
  const net = books.map(({ income }) => income?.net ?? null);
  return [
    ...(["wage", "production", "productionCost"] as const).map(line),
    ...part("property"),
    ...part("transfer"),
    rowOf("income", "household.income.net", net, true),
    ...(["insuranceClaim", "compliantPayment"] as const).map(line),
  ];
}

function livingRows(books: Books): HistoryRow[] {
  return Object.values(livingSections)
    .flat()
    .map(({ name }) =>
      rowOf(
        "living",
        `household.living.field.${name}`,
        books.map(({ livingCondition }) => plain(livingCondition?.[name])),
      ),
    );
}

function guaranteeRows(books: Books): HistoryRow[] {
  return guaranteeFields.map((field) =>
    rowOf(
      "guarantee",
      `household.guarantee.field.${field}`,
      books.map(({ guarantee }) => plain(guarantee?.[field])),
    ),
  );
}

function rowOf(
  section: HistorySection,
  word: HistoryWord,
  values: HistoryValue[],
  isMoney = false,
): HistoryRow {
  const changed = values.map((value, at) => at > 0 && wordOf(value) !== wordOf(values[at - 1] ?? null));
  return { section, word, isMoney, values, changed };
}

function wordOf(value: HistoryValue): string | number | boolean | null {
  return typeof value === "object" && value !== null ? value.zh : value;
}

interface Coded {
  label: string;
  en: string;
}
type Held = Coded | readonly Coded[] | string | number | boolean | null | undefined;

function plain(value: Held): HistoryValue {
  if (value === undefined || value === null) return null;
  if (typeof value !== "object") return value;
  if ("label" in value) return { zh: value.label, en: value.en };
  if (value.length === 0) return null;
  return {
    zh: value.map(({ label }) => label).join("、"),
    en: value.map(({ en }) => en).join(", "),
  };
}
