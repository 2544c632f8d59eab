/**
 * What reading a register file gives: clean households and members, and every reject with its place in the sheet.
 * Nothing here has seen the database. Money is integer fen, dates are `yyyy-mm-dd`, months are the integer yyyymm,
 * codes are the codes of the list named in policies/fields.yaml, areas and distances are numbers in the table's unit.
 */
export type FieldValue = string | number | boolean | string[] | null;

/** A row that could not be taken. `row` is 1-based, as Excel shows it; `column` is the label in the header. */
export interface Reject {
  sheet: string;
  row: number;
  /** Of the household, as the row has it; null when it has none that can be read. */
  registerNo: string | null;
  column: string;
  reason: { zh: string; en: string };
  /** What stands in the cell, unmasked, and the key of its field; absent when the reject is about no single cell. */
  cell?: { field: string; text: string };
  /** Where the household of the row lives, as the row says. */
  place?: ReadPlace;
}

export interface ReadPlace {
  county: string | null;
  township: string | null;
  village: string | null;
  hamlet: string | null;
}

/** A value that could not be taken although its row was. */
export type Remark = Reject;

export type IdState = "valid" | "missing" | "placeholder" | "length" | "date" | "check";

export interface ReadMember {
  sheet: string;
  row: number;
  registerNo: string;
  personNo: string | null;
  name: string | null;
  /** As written, cleaned: 15, 18, 20 or 22 characters, upper case. */
  idNumber: string | null;
  idState: IdState;
  /** Sex and birth as the number says, when it says so. */
  idSex: "01" | "02" | null;
  idBirth: string | null;
  phone: string | null;
  /** null = the file has no such column. */
  phoneState: "valid" | "missing" | "invalid" | null;
  isHead: boolean;
  /** Where the same person stands again in the file; that row was rejected. */
  repeatedAt: { sheet: string; row: number } | null;
  /** Keys are `table.column`, as `member_year.relation`. An absent key: no such column; null: an empty cell. */
  fields: Record<string, FieldValue>;
}

export interface ReadHousehold {
  sheet: string;
  row: number;
  registerNo: string;
  place: ReadPlace;
  phone: string | null;
  helper: { name: string | null; unit: string | null; phone: string | null } | null;
  /** Keys are `table.column`, as `income_statement.wage`. An absent key: no such column; null: an empty cell. */
  fields: Record<string, FieldValue>;
  members: ReadMember[];
}

export type RegisterLayout = "roster" | "incomeLedger" | "monitoringPersons" | "monitoringHouseholds";

export interface ReadColumn {
  letter: string;
  label: string;
  /** Key of policies/fields.yaml; null: the column is not used. */
  field: string | null;
  /** 1 exact label, 0.9 known alias, lower when the label only resembles one. */
  confidence: number;
  /** A person said what the column is, or that it is left out. */
  isChosen: boolean;
}

export interface ReadSheet {
  name: string;
  headerRow: number;
  /** The last one that has cells; null while nothing of the sheet is read. */
  lastRow: number | null;
  /** Of the labels of the header; the same for every file of this layout. */
  fingerprint: string;
  columns: ReadColumn[];
}

/** A sheet whose header lacks columns that its layout needs. None of its rows were read. */
export interface UnreadSheet extends ReadSheet {
  layout: RegisterLayout;
  /** Keys of policies/fields.yaml. */
  missing: string[];
}

/** A row as it stands in the file, by the columns of its sheet. */
export interface KeptRow {
  sheet: string;
  row: number;
  cells: string[];
}

/** A cell that a person put right: what stood there and what counts instead, both unmasked. */
export interface MadeCorrection {
  sheet: string;
  row: number;
  letter: string;
  label: string;
  field: string | null;
  /** Of the row, as corrected. */
  registerNo: string | null;
  from: string;
  to: string;
}

export interface ReadRegister {
  layout: RegisterLayout;
  /** The file can only update households and persons that are already known. */
  updatesOnly: boolean;
  /** From a column, the title or the file name. */
  year: number | null;
  sheets: ReadSheet[];
  /** Those that could be read along with the others once somebody says what their columns are. */
  unread: UnreadSheet[];
  households: ReadHousehold[];
  rejects: Reject[];
  remarks: Remark[];
  /** Those that were asked for. */
  kept: KeptRow[];
  corrected: MadeCorrection[];
  /** Rows under the headers that were not blank and not notes. */
  rowsRead: number;
}
