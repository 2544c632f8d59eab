/** Cells of an import put right by hand. What was typed comes back as far as nothing in it is personal. */
import { queryOptions } from "@tanstack/react-query";
import type { ImportCorrectionList } from "../../../domain/registry/import-correction.contract.ts";
import type { StartedRejectedFile } from "../../../domain/registry/rejected-file.contract.ts";
import { importChanged } from "./imports.ts";
import { queryClient } from "./query-client.ts";
import { call } from "./request.ts";

interface ImportPlace {
  county: string;
  id: string;
}

/** Where a cell stands in the file. */
export interface CellPlace {
  sheet: string;
  row: number;
  letter: string;
}

const urlOf = ({ county, id }: ImportPlace): string => `/counties/${county}/imports/${id}`;

export function correctionsQuery(batch: ImportPlace) {
  return queryOptions({
    queryKey: ["imports", batch.id, "corrections"],
    queryFn: ({ signal }) => call<ImportCorrectionList>("GET", `${urlOf(batch)}/corrections`, { signal }),
  });
}

export async function correctCell(batch: ImportPlace, cell: CellPlace, value: string): Promise<void> {
  const body = { ...cell, value };
  const list = await call<ImportCorrectionList>("POST", `${urlOf(batch)}/corrections`, { body });
  queryClient.setQueryData(correctionsQuery(batch).queryKey, list);
}

export async function withdrawCorrection(
  batch: ImportPlace,
  { sheet, row, letter }: CellPlace,
): Promise<void> {
  const query = new URLSearchParams({ sheet, row: String(row), letter });
  await call<unknown>("DELETE", `${urlOf(batch)}/corrections?${query}`);
  importChanged();
}

/** Has the rejected rows made into a file for Excel, which waits in the tray. */
export async function startRejectedFile(batch: ImportPlace): Promise<string> {
  const { taskId } = await call<StartedRejectedFile>("POST", `${urlOf(batch)}/rejected-rows`);
  void queryClient.invalidateQueries({ queryKey: ["tasks"] });
  return taskId;
}

export async function checkAgain(batch: ImportPlace): Promise<void> {
  await call<unknown>("POST", `${urlOf(batch)}/check`);
  importChanged();
}
