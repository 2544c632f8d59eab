/** The counted rows of a what-if as sums: of the whole and of each place. */
import { outcomeOf } from "../outcome.ts";
import type { WhatIf, WhatIfCell, WhatIfSum } from "./what-if.contract.ts";
import type { MatrixRow } from "./what-if.sql.ts";

/** A place above the counties is made of rows of several: they are added up. */
export function addMatrices(matrices: readonly MatrixRow[][]): MatrixRow[] {
  const added = new Map<string, MatrixRow>();
  for (const row of matrices.flat()) {
    const key = [row.place, row.level, row.before, row.after, row.moved].join(" ");
    const known = added.get(key);
    added.set(key, known ? plus(known, row) : row);
  }
  return [...added.values()];
}

export function sumOf(rows: readonly MatrixRow[]): WhatIfSum {
  return sumRows(addMatrices([rows.map((row) => ({ ...row, place: "" }))]));
}

export function sumByPlace(
  rows: readonly MatrixRow[],
  names: ReadonlyMap<string, string>,
): WhatIf["children"] {
  const places = [...new Set(rows.map(({ place }) => place))].sort();
  return places.map((code) => ({
    code,
    name: names.get(code) ?? code,
    ...sumRows(rows.filter(({ place }) => place === code)),
  }));
}

function sumRows(rows: readonly MatrixRow[]): WhatIfSum {
  const all = rows.find(({ level }) => level === "all");
  const changed = rows.find(({ level, moved }) => level === "moved" && moved === true);
  return {
    all: sizeOf(all),
    changed: sizeOf(changed),
    cells: rows.filter(({ level }) => level === "cell").map(cellOf),
  };
}

function cellOf(row: MatrixRow): WhatIfCell {
  return { from: outcomeOf(row.before), to: outcomeOf(row.after), ...sizeOf(row) };
}

function sizeOf(row: MatrixRow | undefined): WhatIfSum["all"] {
  return { households: row?.households ?? 0, persons: row?.persons ?? 0 };
}

function plus(a: MatrixRow, b: MatrixRow): MatrixRow {
  return { ...a, households: a.households + b.households, persons: a.persons + b.persons };
}
