/** Lines and exit standards as their files say them. */
import { z } from "zod";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";
import { fenOf } from "../../../engines/policy/check-literal.ts";
import { RuleSource } from "../../../engines/policy/rule.ts";

const Scope = z.string().regex(/^(\d{2}|\d{4}|\d{6})?$/);

const LineFile = z.array(
  z.strictObject({
    kind: z.enum(["poverty", "monitoring"]),
    scope: Scope,
    concept: BothLanguages,
    formula: BothLanguages.optional(),
    source: RuleSource,
    /** null: another formula holds here, and there is no one amount for all households. */
    amounts: z.record(z.string().regex(/^\d{4}$/), z.string().nullable()),
  }),
);

/** One line: fen a person and year, in a place (leading digits, empty: the country). */
export interface LineAmount {
  kind: "poverty" | "monitoring";
  scope: string;
  year: number;
  /** null: the place has a line of its own that is no single amount, so the country's does not hold either. */
  amount: number | null;
  concept: BothLanguages;
  formula: BothLanguages | null;
  source: z.infer<typeof RuleSource>;
}

/** @throws ZodError, or Error on an amount that is not 元 with at most two decimals or on a line given twice */
export function readLines(value: unknown): LineAmount[] {
  const lines = LineFile.parse(value).flatMap((line) =>
    Object.entries(line.amounts).map(([year, yuan]): LineAmount => {
      const amount = yuan === null ? null : fenOf(yuan);
      if (amount === undefined) throw new Error(`${line.kind} ${year}: ${yuan} is not an amount in 元`);
      const { kind, scope, concept, source } = line;
      return { kind, scope, year: Number(year), amount, concept, formula: line.formula ?? null, source };
    }),
  );
  const keys = lines.map((line) => `${line.kind} ${line.year} ${line.scope}`);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice) throw new Error(`The line ${twice} stands twice`);
  return lines;
}

/** The line that holds in a place: the most specific scope wins; undefined where none is known. */
export function findLine(
  lines: readonly LineAmount[],
  kind: LineAmount["kind"],
  year: number,
  county: string,
): LineAmount | undefined {
  return lines
    .filter((line) => line.kind === kind && line.year === year && county.startsWith(line.scope))
    .sort((a, b) => b.scope.length - a.scope.length)[0];
}

export const Standard = z.strictObject({
  id: z.string(),
  /** Short, to stand beside a rule; the title where there is none. */
  name: BothLanguages.optional(),
  title: BothLanguages,
  scope: Scope,
  edition: z.string().optional(),
  valid: z.strictObject({ from: z.iso.date(), to: z.iso.date().optional() }),
  source: RuleSource,
  rules: z.array(z.string()).min(1),
  /** Rules of the standard that ask again what rules of other standards ask: a household that fails both has one problem. */
  repeats: z.record(z.string(), z.array(z.string()).min(1)).default({}),
});
export type Standard = z.infer<typeof Standard>;

/** What each rule asks for, part by part, in Chinese words, by id of the rule. */
export type RequiredByRule = ReadonlyMap<string, readonly string[]>;

/** @throws ZodError, or Error when a standard names a rule that does not exist, or repeats what it may not */
export function readStandards(value: unknown, known: RequiredByRule): Standard[] {
  const standards = z.array(Standard).parse(value);
  for (const standard of standards) {
    const missing = standard.rules.find((id) => !known.has(id));
    if (missing) throw new Error(`The standard ${standard.id} names the unknown rule ${missing}`);
    checkRepeats(standard, standards);
    checkShared(standard, known);
  }
  return standards;
}

/** What is repeated is the first to ask: a rule of another standard that repeats nothing itself. */
function checkRepeats({ id, rules, repeats }: Standard, standards: readonly Standard[]): void {
  const others = standards.filter((standard) => standard.id !== id);
  const first = new Set(
    others.flatMap((other) => other.rules.filter((rule) => other.repeats[rule] === undefined)),
  );
  for (const [rule, repeated] of Object.entries(repeats)) {
    if (!rules.includes(rule)) throw new Error(`The standard ${id} has no rule ${rule} to repeat another`);
    const wrong = repeated.find((one) => !first.has(one));
    if (wrong) throw new Error(`${rule} of ${id} cannot repeat ${wrong}: no other standard asks it first`);
  }
}

/** Only the same condition in the same words is told once: without one in common nothing would ever be. */
function checkShared({ id, repeats }: Standard, known: RequiredByRule): void {
  for (const [rule, repeated] of Object.entries(repeats)) {
    const asked = known.get(rule) ?? [];
    const apart = repeated.find((one) => !known.get(one)?.some((required) => asked.includes(required)));
    if (apart)
      throw new Error(`${rule} of ${id} cannot repeat ${apart}: they have no condition in the same words`);
  }
}

/** The rules of other standards that a rule asks again; empty where it asks something of its own. */
export function repeatedBy(ruleId: string, standards: readonly Standard[]): readonly string[] {
  return standards.flatMap(({ repeats }) => repeats[ruleId] ?? []);
}

/** The standard that a rule belongs to, as it is named beside the rule. */
export function findStandardOf(
  ruleId: string,
  standards: readonly Standard[],
): { id: string; name: { zh: string; en: string } } | null {
  const found = standards.find(({ rules }) => rules.includes(ruleId));
  return found ? { id: found.id, name: found.name ?? found.title } : null;
}
