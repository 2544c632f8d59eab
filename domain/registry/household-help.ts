/**
 * 怎么扶 as the register tells it: the fields of a household's book that policies/help.yaml counts as help received. It is the
 * register's word, not a ledger of measures; a field without a value says nothing, in either direction.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import type { Help } from "./household.contract.ts";
import { findField } from "./reading-fields.ts";

const HelpFile = z.strictObject({
  source: z.strictObject({ document: z.string(), article: z.string(), mark: z.string() }),
  groups: z.array(
    z.strictObject({ id: z.string(), title: BothLanguages, fields: z.array(z.string()).min(1) }),
  ),
});

/** A row of a table of the book, as it comes from there. */
type BookRow = Readonly<Record<string, unknown>>;

/** The book's rows by table; several where the table has one for each member. */
export type BookRows = Readonly<Record<string, readonly BookRow[]>>;

let known: z.infer<typeof HelpFile>["groups"] | undefined;

function helpGroups(): z.infer<typeof HelpFile>["groups"] {
  known ??= HelpFile.parse(
    parse(readFileSync(join(import.meta.dirname, "../../policies/help.yaml"), "utf8")),
  ).groups;
  return known;
}

/** All fields that count as help. */
export function helpKeys(): string[] {
  return helpGroups().flatMap(({ fields }) => fields);
}

/** @param rows members that count; amounts are fen a year, help to members is counted in 人 */
export function listHelp(rows: BookRows): Help[] {
  return helpGroups().flatMap(({ id, title, fields }) =>
    fields.flatMap((key) => {
      const reached = reachedBy(key, rows);
      const field = findField(key);
      return reached && field ? [{ group: { id, title }, key, title: field.title, ...reached }] : [];
    }),
  );
}

function reachedBy(key: string, rows: BookRows): Pick<Help, "amount" | "persons"> | null {
  const [table = "", column = ""] = key.split(".");
  const values = (rows[table] ?? []).map((row) => row[column]).filter(isHelp);
  const [value] = values;
  if (value === undefined) return null;
  return {
    amount: typeof value === "number" ? value : null,
    persons: table === "member_year" ? values.length : null,
  };
}

/** Nothing paid, 否 and the empty cell of a column that the file has are no help; a code or words say what it was. */
function isHelp(value: unknown): value is number | true | string {
  if (typeof value === "number") return value > 0;
  return value === true || (typeof value === "string" && value !== "");
}
