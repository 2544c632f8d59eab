/** Cells as they stand in a sheet, before anybody asks what they mean, and what a sheet reader must offer. */

/** A formula whose value is not kept in the file: it is never computed. */
export const formulaWithoutValue: unique symbol = Symbol("formula without value");

/** A date is midnight UTC of the day the cell shows. */
export type Cell = string | number | boolean | Date | null | typeof formulaWithoutValue;

export interface SheetRow {
  /** 1-based, as Excel shows it. */
  number: number;
  cells: Cell[];
}

export interface Sheet {
  name: string;
  /** May be called once; rows without cells may be left out. */
  rows(): AsyncIterable<SheetRow>;
}

/** An opened file. Implementations throw only the problems of reading.problems.ts. */
export interface SheetReader {
  sheets: Sheet[];
  /** The ending of the name when it says Excel and the content is text; a table is read all the same. */
  falseExtension?: string;
}
