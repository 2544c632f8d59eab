/** What the columns of an import mean, and the fields they can be. */
import { queryOptions } from "@tanstack/react-query";
import type { ImportFieldList } from "../../../domain/registry/import-mapping.contract.ts";
import type { ImportBatch } from "../../../domain/registry/import.contract.ts";
import type { UnusedColumnList } from "../../../domain/registry/unused-column.contract.ts";
import { importChanged } from "./imports.ts";
import { call } from "./request.ts";

export const importFieldsQuery = queryOptions({
  queryKey: ["import-fields"],
  queryFn: ({ signal }) => call<ImportFieldList>("GET", "/import-fields", { signal }),
  staleTime: Infinity,
});

export function unusedColumnsQuery({ county, id, state }: ImportBatch) {
  return queryOptions({
    queryKey: ["imports", id, "unused-columns", state],
    queryFn: ({ signal }) =>
      call<UnusedColumnList>("GET", `/counties/${county}/imports/${id}/unused-columns`, { signal }),
  });
}

/** Label of a column → key of a field, or null to leave it out. */
export type ChosenColumns = Record<string, string | null>;

interface SheetOfImport {
  county: string;
  id: string;
  fingerprint: string;
}

export async function saveMapping(sheet: SheetOfImport, columns: ChosenColumns): Promise<void> {
  const { county, id, fingerprint } = sheet;
  await call<unknown>("PUT", `/counties/${county}/imports/${id}/columns`, { body: { fingerprint, columns } });
  importChanged();
}

export async function forgetMapping({ county, id, fingerprint }: SheetOfImport): Promise<void> {
  await call<unknown>("DELETE", `/counties/${county}/imports/${id}/columns/${fingerprint}`);
  importChanged();
}
