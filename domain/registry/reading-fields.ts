/** The field catalogue policies/fields.yaml, read once and checked: which labels mean which field of the register. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import type { RegisterLayout } from "./reading.contract.ts";
import { labelKey } from "./reading/text.ts";

const layouts = [
  "roster",
  "incomeLedger",
  "monitoringPersons",
  "monitoringHouseholds",
] as const satisfies readonly RegisterLayout[];

export const Field = z.strictObject({
  key: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  title: BothLanguages,
  labels: z.array(z.string()).min(1),
  type: z.enum([
    "text",
    "name",
    "number-text",
    "idNumber",
    "phone",
    "boolean",
    "integer",
    "decimal",
    "money",
    "year",
    "month",
    "date",
    "code",
  ]),
  unit: z.string().optional(),
  list: z.string().optional(),
  many: z.boolean().optional(),
  sum: z.boolean().optional(),
  only: z.array(z.enum(layouts)).optional(),
  booleanCodes: z.tuple([z.string(), z.string()]).optional(),
  yes: z.array(z.string()).optional(),
  no: z.array(z.string()).optional(),
  none: z.array(z.string()).optional(),
  empty: z.string().optional(),
  unrecorded: z.boolean().optional(),
  national: z.string().optional(),
});
export type Field = z.infer<typeof Field>;

interface Catalogue {
  fields: Map<string, Field>;
  /** By label key, both as written and without what stands in brackets. */
  byLabel: Map<string, { field: Field; exact: boolean }>;
}

let known: Catalogue | undefined;

function catalogue(): Catalogue {
  known ??= index(
    z
      .array(Field)
      .parse(parse(readFileSync(join(import.meta.dirname, "../../policies/fields.yaml"), "utf8"))),
  );
  return known;
}

function index(list: Field[]): Catalogue {
  const fields = new Map(list.map((field) => [field.key, field]));
  if (fields.size < list.length) throw new Error("policies/fields.yaml names a field twice");
  const byLabel: Catalogue["byLabel"] = new Map();
  for (const field of list) {
    if (field.type === "code" && !field.list) throw new Error(`Field ${field.key} needs a code list`);
    for (const label of field.labels) {
      if (byLabel.has(labelKey(label))) throw new Error(`Label ${label} means two fields`);
      byLabel.set(labelKey(label), { field, exact: true });
    }
  }
  for (const [label, { field }] of Array.from(byLabel)) {
    const bare = withoutBrackets(label);
    if (!byLabel.has(bare)) byLabel.set(bare, { field, exact: false });
  }
  return { fields, byLabel };
}

function withoutBrackets(label: string): string {
  return label.replace(/\([^()]*\)/g, "");
}

export function listFields(): Field[] {
  return [...catalogue().fields.values()];
}

export function findField(key: string): Field | undefined {
  return catalogue().fields.get(key);
}

/** What a label (already a label key) means: surely when it is written in the catalogue, likely without its brackets. */
export function findFieldByLabel(label: string): { field: Field; confidence: number } | undefined {
  const { byLabel } = catalogue();
  const whole = byLabel.get(label);
  if (whole) return { field: whole.field, confidence: whole.exact ? 1 : 0.9 };
  const bare = byLabel.get(withoutBrackets(label));
  return bare && { field: bare.field, confidence: 0.9 };
}
