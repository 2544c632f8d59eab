/** Undoing a written import, and what it leaves alone. */
import { queryOptions } from "@tanstack/react-query";
import type { UndoPage } from "../../../domain/registry/import-undo.contract.ts";
import type { ImportBatch } from "../../../domain/registry/import.contract.ts";
import { importChanged } from "./imports.ts";
import { call } from "./request.ts";

const urlOf = ({ county, id }: ImportBatch): string => `/counties/${county}/imports/${id}/undo`;

export async function undoImport(batch: ImportBatch): Promise<void> {
  await call<unknown>("POST", urlOf(batch));
  importChanged();
}

export function leftAloneQuery(batch: ImportBatch, after: string) {
  return queryOptions({
    queryKey: ["imports", batch.id, "left-alone", batch.state, after],
    queryFn: ({ signal }) =>
      call<UndoPage>("GET", `${urlOf(batch)}?${new URLSearchParams({ after })}`, { signal }),
  });
}
