/** Which of the known layouts a header is, and which of its columns that layout uses. */
import type { RegisterLayout } from "../reading.contract.ts";
import type { Field } from "../reading-fields.ts";
import type { Column } from "./columns.ts";

export interface RecognisedLayout {
  layout: RegisterLayout;
  /** Key fields that the layout needs and the header lacks. */
  missing: string[];
}

const incomeItemsOfALedger = 4;
/** A header with fewer known columns is some other table. */
const fewestColumns = 4;

/** What only a list of persons with their own facts has, so that a roster with income columns is no ledger. */
const tellsRoster = new Set([
  "household_year.exit_status",
  "household_year.attribute",
  "household_year.main_cause",
  "member_year.education",
  "member_year.health",
  "member_year.labour",
  "member.ethnicity",
]);

const identity = ["household.register_no", "member.id_number", "member_year.relation"];

export function recogniseLayout(columns: readonly Pick<Column, "field">[]): RecognisedLayout | undefined {
  const keys = new Set(columns.flatMap(({ field }) => (field ? [field.key] : [])));
  if (keys.size < fewestColumns) return undefined;
  const missing = (...needed: string[]): string[] => needed.filter((key) => !keys.has(key));
  const count = (prefix: string): number => [...keys].filter((key) => key.startsWith(prefix)).length;
  const income = count("income_statement.") + count("ledger.");
  if (
    income >= incomeItemsOfALedger &&
    count("monitoring.") === 0 &&
    ![...keys].some((key) => tellsRoster.has(key))
  )
    return { layout: "incomeLedger", missing: missing("household.register_no") };
  if (keys.has("member.name") && (keys.has("member.id_number") || keys.has("member_year.relation")))
    return { layout: "roster", missing: missing(...identity) };
  if (count("monitoring.") > 0 && keys.has("member.id_number"))
    return { layout: "monitoringPersons", missing: missing("household.register_no") };
  if (!keys.has("member.name") && count("member_year.") === 0 && factsOfHouseholds(keys) > 0)
    return { layout: "monitoringHouseholds", missing: missing("household.register_no") };
  if (count("monitoring.") > 0 && count("member_year.") > 0)
    return { layout: "monitoringPersons", missing: missing("household.register_no", "member.id_number") };
  if ([...keys].some((key) => tellsRoster.has(key)))
    return { layout: "roster", missing: missing("member.name", ...identity) };
  return undefined;
}

/** A roster and its income ledger may stand in one file; other mixtures may not. */
export function isOneFile(layouts: readonly RegisterLayout[]): boolean {
  return (
    new Set(layouts).size < 2 || layouts.every((layout) => layout === "roster" || layout === "incomeLedger")
  );
}

/** 户类型 stands in every export of the monitoring system and tells nothing. */
function factsOfHouseholds(keys: ReadonlySet<string>): number {
  return [...keys].filter((key) => /^(living_condition|guarantee|monitoring)\./.test(key)).length;
}

/** A label that means this field in other layouts only is not used. */
export function columnsOfLayout(columns: readonly Column[], layout: RegisterLayout): Column[] {
  return columns.map((column) => {
    const { field } = column;
    return field && !isFieldOf(layout, field) ? { ...column, field: null, confidence: 0 } : column;
  });
}

/** Whether files of this layout may have the field. */
export function isFieldOf(layout: RegisterLayout, { key, only }: Field): boolean {
  if (only?.includes(layout) === false) return false;
  return layout !== "incomeLedger" || isLedgerField(key);
}

function isLedgerField(key: string): boolean {
  return /^(income_statement|ledger|place|book|household)\.|^member\.name$|relation$/.test(key);
}
