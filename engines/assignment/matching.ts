/** The cheapest perfect matching of a square matrix. */

export interface Matching {
  /** Row → column. */
  columnOf: Int32Array;
  cost: number;
}

/**
 * The Hungarian method as shortest augmenting paths with potentials, O(n³): Kuhn 1955; Jonker and Volgenant, Computing 38
 * (1987) 325–340. Exact for whole costs whose sum is a safe integer. Of equally short paths the one through the smallest
 * column wins, so equal input gives equal output everywhere.
 *
 * @param cost n × n by rows; Infinity where row and column may not be matched
 * @returns undefined when no perfect matching exists
 */
export function cheapestMatching(cost: Float64Array, n: number): Matching | undefined {
  const state = {
    cost,
    n,
    rowPrice: new Float64Array(n),
    columnPrice: new Float64Array(n),
    rowOf: new Int32Array(n).fill(-1),
  };
  for (let row = 0; row < n; row++) if (!augment(state, row)) return undefined;
  const columnOf = new Int32Array(n);
  state.rowOf.forEach((row, column) => (columnOf[row] = column));
  return { columnOf, cost: columnOf.reduce((sum, column, row) => sum + at(cost, row * n + column), 0) };
}

interface State {
  cost: Float64Array;
  n: number;
  rowPrice: Float64Array;
  columnPrice: Float64Array;
  rowOf: Int32Array;
}

/** Matches one more row: a shortest path from it to a free column, in costs less the prices, which are never negative. */
function augment(state: State, start: number): boolean {
  const { n, rowOf } = state;
  const length = new Float64Array(n).fill(Infinity);
  const before = new Int32Array(n).fill(-1);
  const settled: number[] = [];
  const isSettled = new Uint8Array(n);
  let [row, last, reached] = [start, -1, 0];
  for (;;) {
    relax(state, { row, last, reached }, { length, before, isSettled });
    const column = nearest(length, isSettled);
    if (column === -1) return false;
    reached = at(length, column);
    if (at(rowOf, column) === -1) {
      reprice(state, start, settled, length, reached);
      flip(rowOf, before, column, start);
      return true;
    }
    isSettled[column] = 1;
    settled.push(column);
    last = column;
    row = at(rowOf, column);
  }
}

function relax(
  { cost, n, rowPrice, columnPrice }: State,
  { row, last, reached }: { row: number; last: number; reached: number },
  { length, before, isSettled }: { length: Float64Array; before: Int32Array; isSettled: Uint8Array },
): void {
  for (let column = 0; column < n; column++) {
    if (isSettled[column]) continue;
    const through = reached + at(cost, row * n + column) - at(rowPrice, row) - at(columnPrice, column);
    if (through < at(length, column)) {
      length[column] = through;
      before[column] = last;
    }
  }
}

function nearest(length: Float64Array, isSettled: Uint8Array): number {
  let [best, shortest] = [-1, Infinity];
  for (let column = 0; column < length.length; column++) {
    if (isSettled[column] || at(length, column) >= shortest) continue;
    [best, shortest] = [column, at(length, column)];
  }
  return best;
}

function reprice(
  state: State,
  start: number,
  settled: number[],
  length: Float64Array,
  reached: number,
): void {
  state.rowPrice[start] = at(state.rowPrice, start) + reached;
  for (const column of settled) {
    const saved = reached - at(length, column);
    const row = at(state.rowOf, column);
    state.columnPrice[column] = at(state.columnPrice, column) - saved;
    state.rowPrice[row] = at(state.rowPrice, row) + saved;
  }
}

/** Along the path each column takes over the row that reached it. */
function flip(rowOf: Int32Array, before: Int32Array, end: number, start: number): void {
  let column = end;
  while (column !== -1) {
    const previous = at(before, column);
    rowOf[column] = previous === -1 ? start : at(rowOf, previous);
    column = previous;
  }
}

/** Indexes here are always inside. */
function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? Number.NaN;
}
