/** Reads what refers to something else in the same file: ids that must be known, matrices of a known shape. */
import type { Tie } from "./instance.ts";
import { readId, readList, readObject, readText, readWhole, wrong } from "./read-value.ts";

/** @throws InputError assign.format */
export function readMatrix(value: unknown, place: string, rows: number, columns: number): number[][] {
  const matrix = readList(value, place, (row, at) =>
    readList(row, at, (cell, where) => readWhole(cell, where)),
  );
  if (matrix.length === rows && matrix.every((row) => row.length === columns)) return matrix;
  throw wrong(
    place,
    `应有${rows}行、每行${columns}个整数（千米）`,
    `should have ${rows} rows of ${columns} whole numbers (kilometres)`,
  );
}

/** @throws InputError assign.format */
export function readTie(value: unknown, place: string, known: readonly string[]): Tie {
  if (typeof value === "string") return { target: readKnown(value, place, known), reason: undefined };
  const given = readObject(value, place, ["target", "reason"]);
  return {
    target: readKnown(given["target"], `${place}.target`, known),
    reason: given["reason"] === undefined ? undefined : readText(given["reason"], `${place}.reason`),
  };
}

/** @throws InputError assign.format */
export function readKnown(value: unknown, place: string, known: readonly string[]): string {
  const id = readId(value, place);
  if (known.includes(id)) return id;
  throw wrong(place, `没有“${id}”这个编号`, `names "${id}", which is not in the file`);
}

/** @throws InputError assign.format */
export function requireDistinct(ids: readonly string[], place: string): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw wrong(place, `编号“${twice}”出现两次`, `holds the id "${twice}" twice`);
}
