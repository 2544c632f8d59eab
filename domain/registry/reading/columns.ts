/** What each label of a header row means: the field, the unit the column is in, and how sure that is. */
import { readingProblems } from "../reading.problems.ts";
import { type Field, findField, findFieldByLabel } from "../reading-fields.ts";
import { columnLetter, labelKey } from "./text.ts";

/** A label as the file has it; `key` is its form for comparing. */
export interface Label {
  text: string;
  key: string;
}

export interface Column {
  at: number;
  letter: string;
  /** As shown: a label that occurs again gets 0, 1, … behind it. */
  label: string;
  field: Field | null;
  /** Values of the column × factor are in the unit of the field. */
  factor: number;
  confidence: number;
  /** A person said what the column is. */
  isChosen: boolean;
}

/** label → key of policies/fields.yaml, or null for a column that is not wanted. Wins over the catalogue. */
export type ColumnMapping = Readonly<Record<string, string | null>>;

/** Mappings by the fingerprint of the header they are for. */
export type MappingsOfLayouts = Readonly<Record<string, ColumnMapping>>;

// Facts of measure, not of policy: how many of the field's unit one unit of the column is.
const unitFactors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  元: { 元: 1, 万元: 10_000 },
  亩: { 亩: 1, 公顷: 15 },
  公里: { 公里: 1, 千米: 1, km: 1, 米: 0.001, m: 0.001 },
  平方米: { 平方米: 1, "㎡": 1, m2: 1, "m²": 1 },
  月: { 月: 1, 个月: 1, 月数: 1 },
  人: { 人: 1, 口: 1 },
  级: { 级: 1 },
};
const unitWords = new Set(Object.values(unitFactors).flatMap((factors) => Object.keys(factors)));

/** @throws `reading.unknown-field` */
export function mappingByKey(mapping: ColumnMapping): Map<string, Field | null> {
  const wanted = new Map<string, Field | null>();
  for (const [label, key] of Object.entries(mapping)) {
    const field = key === null ? null : findField(key);
    if (field === undefined) throw readingProblems["reading.unknown-field"]({ field: key ?? "" });
    wanted.set(labelKey(label), field);
  }
  return wanted;
}

/** One column a label; labels without text are left out. */
export function mapColumns(
  labels: readonly (Label | undefined)[],
  mapping: ReadonlyMap<string, Field | null>,
): Column[] {
  const seen = new Map<string, number>();
  const columns: Column[] = [];
  for (const [at, label] of labels.entries()) {
    if (!label || label.key === "") continue;
    const before = seen.get(label.key) ?? 0;
    seen.set(label.key, before + 1);
    columns.push(columnOf(at, label, before, mapping));
  }
  return columns;
}

function columnOf(
  at: number,
  { text, key }: Label,
  before: number,
  mapping: ReadonlyMap<string, Field | null>,
): Column {
  const label = before === 0 ? text : `${text}${before - 1}`;
  const letter = columnLetter(at);
  const wanted = mapping.get(before === 0 ? key : labelKey(label));
  const unused = { at, letter, label, field: null, factor: 1, confidence: 0, isChosen: false };
  if (wanted !== undefined) {
    const chosen = { ...unused, confidence: 1, isChosen: true };
    return wanted === null ? chosen : { ...chosen, field: wanted, factor: factorOf(key, wanted) ?? 1 };
  }
  const found = findFieldByLabel(key);
  const factor = found && factorOf(key, found.field);
  // A column that repeats a label, or is in a unit we cannot turn into ours, waits for a person to say what it is.
  if (!found || factor === undefined || (before > 0 && !found.field.many)) return unused;
  return { ...unused, field: found.field, factor, confidence: found.confidence };
}

/** Of a column with this label key. Undefined when it names a unit of another kind. */
export function factorOf(label: string, field: Field): number | undefined {
  const inBrackets = /\(([^()]*)\)$/.exec(label)?.[1] ?? "";
  const unit = inBrackets.replace(/^单位[:：]?/, "").split("/")[0] ?? "";
  if (field.unit === undefined || !unitWords.has(unit)) return 1;
  return unitFactors[field.unit]?.[unit];
}
