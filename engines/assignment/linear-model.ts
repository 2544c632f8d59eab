/** A linear program with some whole columns, as plain arrays that any solver takes. */

export interface LinearModel {
  columnCount: number;
  rowCount: number;
  /** To be minimised. */
  cost: Float64Array;
  /** Each column lies between 0 and this. */
  highest: Float64Array;
  /** 1: whole, 0: continuous. */
  isWhole: Int32Array;
  rowLow: Float64Array;
  rowHigh: Float64Array;
  /** Rows one after another: row r has the entries starts[r] … starts[r + 1] − 1. */
  starts: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

export interface ModelUnderWay {
  /** @returns its number */
  column(cost: number, highest: number, kind: "whole" | "continuous"): number;
  highest(column: number): number;
  /** low ≤ Σ value · column ≤ high; a row without entries is kept, and may not be satisfiable. */
  row(low: number, high: number, entries: readonly (readonly [column: number, value: number])[]): void;
  done(): LinearModel;
}

export function startModel(): ModelUnderWay {
  const cost: number[] = [];
  const highest: number[] = [];
  const isWhole: number[] = [];
  const bounds: [number, number][] = [];
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  return {
    column: (price, most, kind) => {
      highest.push(most);
      isWhole.push(kind === "whole" ? 1 : 0);
      return cost.push(price) - 1;
    },
    highest: (column) => highest[column] ?? 0,
    row: (low, high, entries) => {
      bounds.push([low, high]);
      for (const [column, value] of entries) {
        columns.push(column);
        values.push(value);
      }
      starts.push(columns.length);
    },
    done: () => ({
      columnCount: cost.length,
      rowCount: bounds.length,
      cost: Float64Array.from(cost),
      highest: Float64Array.from(highest),
      isWhole: Int32Array.from(isWhole),
      rowLow: Float64Array.from(bounds, ([low]) => low),
      rowHigh: Float64Array.from(bounds, ([, high]) => high),
      starts: Int32Array.from(starts),
      columns: Int32Array.from(columns),
      values: Float64Array.from(values),
    }),
  };
}
