/** Rows of the register as a file can set them: which columns of which table, and how two values are compared. */
import type { CopyValue } from "../../../platform/db/copy.ts";
import type { FieldValue } from "../reading.contract.ts";

export type Cell = CopyValue;
export type Row = Record<string, Cell>;

/** Tables with one row a household and year; household_year always has one. */
export const bookTables = [
  "household_year",
  "income_statement",
  "living_condition",
  "guarantee",
  "monitoring",
] as const;
export type BookTable = (typeof bookTables)[number];
export type MemberTable = "member" | "member_year";

/** Columns that a file may set as they are. Phones, names, id numbers and places have ways of their own. */
const settable: Record<BookTable | MemberTable, ReadonlySet<string>> = {
  household_year: new Set(
    `registered_persons identification_standard attribute household_type exit_status exit_year main_cause other_causes
     not_exit_reasons soldier_family only_child_family two_daughters_family no_helper`.split(/\s+/),
  ),
  income_statement: new Set(
    `wage production production_cost property_dividend property_other property_reported family_planning minimum_living
     destitute_support pension ecology transfer_other transfer_reported insurance_claim compliant_payment
     per_head_reported`.split(/\s+/),
  ),
  living_condition: new Set(
    `house_grade house_structure house_safety house_area dangerous_house water_safe water_difficult water_quantity
     water_quality water_access water_reliability living_power production_power television hamlet_road road_type
     road_distance fuel sanitary_toilet cooperative farmland irrigated forest returned_forest orchard pasture
     water_surface`.split(/\s+/),
  ),
  guarantee: new Set("food clothing education medical housing water".split(" ")),
  monitoring: new Set(
    `category not_monitored identified_month risks risk_remark disaster_kind eliminated eliminated_month elimination_way
     development_measure no_labour_backstop uninsured_member school_dropout help_industry help_job help_public_post
     help_finance help_health help_education help_social help_safety_net help_schooling help_housing help_water
     help_relocation help_infrastructure help_living after_house_damaged after_water_damaged after_dropout
     collector_name`.split(/\s+/),
  ),
  member: new Set("id_kind sex birth_date ethnicity".split(" ")),
  member_year: new Set(
    `relation member_status change_reason change_date politics education school dropout_reason health disability_class
     disability_grade labour work_place work_months work_area work_channel public_post public_post_months soldier
     medical_resident medical_employee serious_illness_insurance pension_resident pension_employee minimum_living
     destitute`.split(/\s+/),
  ),
};

const smallIntegers = new Set([
  "household_year.registered_persons",
  "household_year.exit_year",
  "member_year.disability_grade",
  "member_year.work_months",
  "member_year.public_post_months",
]);

/** The settable columns of a table among keys `table.column`. */
export function columnsAmong(keys: Iterable<string>, table: BookTable | MemberTable): string[] {
  const columns = [];
  for (const key of keys) {
    const [head, column] = key.split(".");
    if (head === table && column !== undefined && settable[table].has(column)) columns.push(column);
  }
  return columns;
}

/** A value as the table keeps it: an empty list is nothing. */
export function cellOf(value: FieldValue | undefined): Cell {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  return value;
}

/** False for a number that no column of this kind can hold; such a cell is rejected instead of breaking the import. */
export function fits(key: string, value: FieldValue): boolean {
  if (typeof value !== "number") return true;
  return smallIntegers.has(key)
    ? Number.isInteger(value) && Math.abs(value) <= 32_767
    : Number.isFinite(value);
}

/** A cell as a field's value, for showing it. Bytes and times are never shown. */
export function fieldOf(cell: Cell): FieldValue {
  if (cell === undefined || cell === null || Buffer.isBuffer(cell) || cell instanceof Date) return null;
  return typeof cell === "object" ? cell.map(String) : cell;
}

/** A sealed cell or blind index; null for anything else. */
export function bytesOf(cell: Cell): Buffer | null {
  return Buffer.isBuffer(cell) ? cell : null;
}

/** Equal as kept: nothing equals an empty list, lists are equal item by item, bytes by content. */
export function isSame(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) return a.equals(b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => item === b[index]);
  return false;
}

function isNothing(cell: Cell): boolean {
  return cell === null || cell === undefined || (Array.isArray(cell) && cell.length === 0);
}
