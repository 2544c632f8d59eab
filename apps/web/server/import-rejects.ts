/** What an import rejects and leaves out, by reason and by pages. */
import { queryOptions } from "@tanstack/react-query";
import type {
  RejectGroup,
  RejectGroupList,
  RejectPage,
} from "../../../domain/registry/import-reject.contract.ts";
import type { ImportBatch } from "../../../domain/registry/import.contract.ts";
import { call } from "./request.ts";

const urlOf = ({ county, id }: ImportBatch): string => `/counties/${county}/imports/${id}`;

export function rejectGroupsQuery(batch: ImportBatch) {
  return queryOptions({
    queryKey: ["imports", batch.id, "reject-groups", batch.state],
    queryFn: ({ signal }) => call<RejectGroupList>("GET", `${urlOf(batch)}/reject-groups`, { signal }),
  });
}

export function rejectsQuery(batch: ImportBatch, { kind, group }: RejectGroup, after: number) {
  const query = new URLSearchParams({ kind, group: String(group), after: String(after) });
  return queryOptions({
    queryKey: ["imports", batch.id, "rejects", batch.state, kind, group, after],
    queryFn: ({ signal }) => call<RejectPage>("GET", `${urlOf(batch)}/rejects?${query}`, { signal }),
  });
}
