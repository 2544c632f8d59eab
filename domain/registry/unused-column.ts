/** The catalogue policies/unused-columns.yaml, read once and checked: columns of known templates that no field keeps. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { findFieldByLabel } from "./reading-fields.ts";
import { labelKey } from "./reading/text.ts";

const KnownUnused = z.discriminatedUnion("reason", [
  z.strictObject({
    reason: z.enum(["computed", "repeats", "noField"]),
    title: BothLanguages,
    labels: z.array(z.string()).min(1),
  }),
  z.strictObject({
    reason: z.literal("otherTemplate"),
    template: BothLanguages,
    title: BothLanguages,
    labels: z.array(z.string()).min(1),
  }),
]);
export type KnownUnused = z.infer<typeof KnownUnused>;

let known: ReadonlyMap<string, KnownUnused> | undefined;

function catalogue(): ReadonlyMap<string, KnownUnused> {
  known ??= index(
    z
      .array(KnownUnused)
      .parse(parse(readFileSync(join(import.meta.dirname, "../../policies/unused-columns.yaml"), "utf8"))),
  );
  return known;
}

/** @throws Error on a label that stands twice, or that a field of the register keeps */
function index(list: KnownUnused[]): ReadonlyMap<string, KnownUnused> {
  const byLabel = new Map<string, KnownUnused>();
  for (const one of list)
    for (const label of one.labels) {
      const key = labelKey(label);
      if (byLabel.has(key) || findFieldByLabel(key))
        throw new Error(`policies/unused-columns.yaml: ${label} is named elsewhere`);
      byLabel.set(key, one);
    }
  return byLabel;
}

/** What a label means of which nothing is kept; a unit in brackets behind it does not matter. */
export function findUnused(label: string): KnownUnused | undefined {
  const key = labelKey(label);
  return catalogue().get(key) ?? catalogue().get(key.replace(/\([^()]*\)$/, ""));
}
