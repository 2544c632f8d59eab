/**
 * Finds the header among the first rows of a sheet: the row most of whose cells are known labels. Titles above it, groups
 * over several columns, and a header in two or three rows are normal.
 */
import { createHash } from "node:crypto";
import type { Cell, SheetRow } from "./cell.ts";
import type { Label } from "./columns.ts";
import { findFieldByLabel } from "../reading-fields.ts";
import { labelKey, tidyText } from "./text.ts";

export interface FoundHeader {
  /** Index among the rows given. */
  index: number;
  labels: (Label | undefined)[];
  /** How many labels are known. */
  score: number;
}

const rowsOfOneHeader = 3;
const fewestKnown = 2;

/** The same for the same labels in the same order, however they are spaced and bracketed. */
export function fingerprintOf({ labels }: FoundHeader): string {
  const keys = labels.map((label) => label?.key ?? "");
  return createHash("sha256").update(keys.join("\n").trimEnd()).digest("hex");
}

export function findHeader(rows: readonly SheetRow[]): FoundHeader | undefined {
  const keys = rows.map(({ cells }) => cells.map(labelOf));
  let best: FoundHeader | undefined;
  for (let index = 0; index < rows.length; index += 1) {
    const header = headerAt(keys, index);
    if (header && header.score > (best?.score ?? 0)) best = header;
  }
  return best;
}

function labelOf(cell: Cell): Label | undefined {
  if (typeof cell !== "string" || cell.length > 100) return undefined;
  const key = labelKey(cell);
  return key === "" ? undefined : { text: tidyText(cell), key };
}

function headerAt(rows: readonly (Label | undefined)[][], index: number): FoundHeader | undefined {
  const isKnown = (label: Label): boolean => findFieldByLabel(label.key) !== undefined;
  const width = Math.max(
    ...rows.slice(Math.max(0, index - rowsOfOneHeader + 1), index + 1).map((row) => row.length),
  );
  let own = 0;
  let inherited = 0;
  const labels = Array.from({ length: width }, (_, at) => {
    const label = rows[index]?.[at];
    const above = labelsAbove(rows, index, at);
    if (label) {
      const whole = isKnown(label) ? label : groupedLabel(label, above).find(isKnown);
      if (whole) own += 1;
      return whole ?? label;
    }
    const group = above.find(isKnown);
    if (group) inherited += 1;
    return group;
  });
  return own < fewestKnown ? undefined : { index, labels, score: own + inherited };
}

function labelsAbove(rows: readonly (Label | undefined)[][], index: number, at: number): Label[] {
  const above: Label[] = [];
  for (let row = index - 1; row > index - rowsOfOneHeader && row >= 0; row -= 1) {
    const label = rows[row]?.[at];
    if (label) above.push(label);
  }
  return above;
}

/** 饮水 over 是否安全 means 饮水是否安全. */
function groupedLabel(label: Label, above: readonly Label[]): Label[] {
  return above.map((group) => ({ text: `${group.text}${label.text}`, key: `${group.key}${label.key}` }));
}
