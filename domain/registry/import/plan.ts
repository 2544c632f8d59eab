/** What an import would do: the rows to write, the differences to show, the rejects. Nothing is written yet. */
import { maskName } from "../masking.ts";
import type { Reject, Remark } from "../reading.contract.ts";
import type { IdentityChange } from "./identity-change.ts";
import type { FileColumns } from "./load.sql.ts";
import type { Row } from "./row.ts";
import type { WriteTable } from "./write.sql.ts";

/** One changed field of a known household, as shown; personal values are masked. */
export interface FieldChange {
  registerNo: string;
  field: string;
  label: string;
  from: string | null;
  to: string | null;
  /** Only that it changed is shown. */
  hidden?: boolean;
}

/** How many household numbers of a kind are shown; all are counted. */
export const shownNumbers = 200;

/** How many differences a preview shows; all are counted. */
export const shownChanges = 500;

/** How many are kept for looking at them by pages. */
export const keptChanges = 100_000;

/** Whose household it is and where, as it may be shown to anybody who imports. */
export interface ToldHousehold {
  maskedHead: string | null;
  /** Official name; the code where the name is not known. */
  village: string;
}

export interface EndedAssignment {
  householdId: string;
  helperId: string;
  startedOn: string;
  endedOn: string;
}

/** The part of a plan that concerns one county. */
export interface CountyPlan {
  county: string;
  rows: Record<WriteTable, Row[]>;
  identitiesRemoved: Buffer[];
  assignmentsEnded: EndedAssignment[];
  /** Households whose pairings come along to another village. */
  moved: { householdId: string; areaCode: string }[];
  households: number;
  persons: number;
  created: number;
  /** Household numbers without a book of the year. */
  createdRegisterNos: string[];
  updated: number;
  unchanged: number;
  /** Household numbers in the books of the file's townships that the file does not name. */
  gone: string[];
  /** By household number: those of the file that were compared, and those that are gone. */
  told: Map<string, ToldHousehold>;
  /** Members in the books of the file's households that the file does not name; one fewer for each row that was not taken. */
  gonePersons: number;
  /** Persons who had no book of the year. */
  newMembers: number;
  /** Updated households that undoing the import could restore. */
  undoable: number;
  /** Household numbers that get no head, because the head's row was rejected. */
  headless: string[];
  changes: Required<FieldChange>[];
  /** All of them by field, also those beyond the kept ones. */
  changeCounts: Map<string, { label: string; count: number }>;
  /** Households whose head and members are all others than before. */
  identityChanges: IdentityChange[];
  rejected: Reject[];
  remarks: Remark[];
}

/** What comparing needs to know. */
export interface Comparison {
  year: number;
  now: Date;
  /** The file's columns of each table, with the keys of the fields. */
  cells: Record<RegisterTable, { column: string; key: string }[]>;
  /** All columns of each table that an import looks at. */
  compared: Record<RegisterTable, string[]>;
  /** The label above a field's column in a sheet, for rejects. */
  labelIn: (sheet: string, field: string) => string;
  placeName: (code: string) => string;
  /** By household number: rows of the file that were not taken. Who stands in them is not known, but he is named. */
  rejectedRows: ReadonlyMap<string, number>;
  plan: CountyPlan;
}

type RegisterTable = keyof FileColumns;

const ownColumns: Record<RegisterTable, string[]> = {
  household_year: ["area_code", "hamlet", "head_member_id", "head_name", "phone_index"],
  income_statement: ["area_code"],
  living_condition: ["area_code"],
  guarantee: ["area_code"],
  monitoring: ["area_code", "collector_phone_cipher"],
  member: ["area_code", "person_no", "name", "id_state", "id_index", "sex", "birth_date"],
  member_year: `area_code relation birth_year phone_index phone_state member_status disability_class
    disability_grade`.split(/\s+/),
};

/** What is the same for every household of the file. */
export function comparedColumns(columns: FileColumns): Pick<Comparison, "cells" | "compared"> {
  const perTable = <T>(of: (table: RegisterTable) => T): Record<RegisterTable, T> => ({
    household_year: of("household_year"),
    income_statement: of("income_statement"),
    living_condition: of("living_condition"),
    guarantee: of("guarantee"),
    monitoring: of("monitoring"),
    member: of("member"),
    member_year: of("member_year"),
  });
  return {
    cells: perTable((table) => columns[table].map((column) => ({ column, key: `${table}.${column}` }))),
    compared: perTable((table) => [...new Set([...ownColumns[table], ...columns[table]])]),
  };
}

export function emptyPlan(county: string): CountyPlan {
  return {
    county,
    rows: {
      household: [],
      household_year: [],
      income_statement: [],
      living_condition: [],
      guarantee: [],
      monitoring: [],
      member: [],
      member_year: [],
      helper: [],
      helper_assignment: [],
      person_identity: [],
    },
    identitiesRemoved: [],
    assignmentsEnded: [],
    moved: [],
    households: 0,
    persons: 0,
    created: 0,
    createdRegisterNos: [],
    updated: 0,
    unchanged: 0,
    gone: [],
    told: new Map(),
    gonePersons: 0,
    newMembers: 0,
    undoable: 0,
    headless: [],
    changes: [],
    changeCounts: new Map(),
    identityChanges: [],
    rejected: [],
    remarks: [],
  };
}

export function tellHousehold(head: string | null, village: string): ToldHousehold {
  return { maskedHead: head === null ? null : maskName(head), village };
}

/** Counts a difference, and keeps it as long as there is room; `show` is not called when there is none. */
export function noteChange(
  plan: CountyPlan,
  field: string,
  title: string,
  show: () => Omit<FieldChange, "field">,
): void {
  const counted = plan.changeCounts.get(field) ?? { label: title, count: 0 };
  plan.changeCounts.set(field, { ...counted, count: counted.count + 1 });
  if (plan.changes.length < keptChanges) plan.changes.push({ hidden: false, field, ...show() });
}

export function changedCountOf({ changeCounts }: CountyPlan): number {
  return changeCounts.values().reduce((sum, { count }) => sum + count, 0);
}
