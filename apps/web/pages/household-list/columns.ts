/** Columns that a reader may show or hide; the household itself always stays. The choice is kept in this browser. */
import { useState } from "react";
import { keepChoice, keptChoice } from "../../design/kept-choice.ts";

export const columnNames = [
  "village",
  "persons",
  "exitStatus",
  "attribute",
  "cause",
  "netIncome",
  "exitOutcome",
] as const;
export type ColumnName = (typeof columnNames)[number];

/** Numbers stand on the right. */
export function classOfColumn(name: ColumnName): string {
  return name === "persons" || name === "netIncome" ? "number" : "";
}

const key = "jingzhun.household-columns";

export function useShownColumns(): [ColumnName[], (shown: ColumnName[]) => void] {
  const [shown, setShown] = useState(readShown);
  const choose = (next: ColumnName[]): void => {
    const ordered = columnNames.filter((name) => next.includes(name));
    keepChoice(key, ordered.join(","));
    setShown(ordered);
  };
  return [shown, choose];
}

function readShown(): ColumnName[] {
  const stored = keptChoice(key)?.split(",");
  return stored ? columnNames.filter((name) => stored.includes(name)) : [...columnNames];
}
