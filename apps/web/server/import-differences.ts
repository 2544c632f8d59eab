/** What an import changes, by pages and by field. */
import { queryOptions } from "@tanstack/react-query";
import type { DifferenceKind, DifferencePage } from "../../../domain/registry/import-difference.contract.ts";
import type { ImportBatch } from "../../../domain/registry/import.contract.ts";
import { call } from "./request.ts";

/** Of all that changes: households of a kind, or what changes in a field. */
export interface DifferenceChoice {
  kind: DifferenceKind | null;
  field: string | null;
}

export function differencesQuery(
  { county, id, state }: ImportBatch,
  choice: DifferenceChoice,
  after: number,
) {
  const query = new URLSearchParams({ after: String(after) });
  if (choice.kind !== null) query.set("kind", choice.kind);
  if (choice.field !== null) query.set("field", choice.field);
  return queryOptions({
    queryKey: ["imports", id, "differences", state, choice, after],
    queryFn: ({ signal }) =>
      call<DifferencePage>("GET", `/counties/${county}/imports/${id}/differences?${query}`, { signal }),
  });
}
