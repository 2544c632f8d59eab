/** Boundaries of an area, and their upload. */
import { queryOptions } from "@tanstack/react-query";
import type { AreaMapOf } from "../../../domain/registry/area-map.contract.ts";
import { queryClient } from "./query-client.ts";
import { call } from "./request.ts";

export function areaMapQuery(area: string) {
  return queryOptions({
    queryKey: ["area", area, "map"],
    queryFn: ({ signal }) => call<AreaMapOf>("GET", `/areas/${area}/map`, { signal }),
    staleTime: 10 * 60_000,
  });
}

export interface MapToUpload {
  file: File;
  source: string;
  approvalNumber: string;
}

export async function uploadMap(area: string, { file, source, approvalNumber }: MapToUpload): Promise<void> {
  const form = new FormData();
  form.set("source", source);
  form.set("approvalNumber", approvalNumber);
  form.set("file", file);
  const reply = await call<AreaMapOf>("POST", `/areas/${area}/map`, { form });
  queryClient.setQueryData(areaMapQuery(area).queryKey, reply);
}
