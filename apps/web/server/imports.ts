/** Files on their way into the register: upload, preview, apply. */
import { queryOptions } from "@tanstack/react-query";
import type { ImportBatch, ImportList } from "../../../domain/registry/import.contract.ts";
import { queryClient } from "./query-client.ts";
import { call } from "./request.ts";

const whileWorking = 1_000;

export const importListQuery = queryOptions({
  queryKey: ["imports"],
  queryFn: ({ signal }) => call<ImportList>("GET", "/imports", { signal }),
  refetchInterval: ({ state }) => (state.data?.imports.some(isWorking) ? 2 * whileWorking : false),
});

export function importQuery(county: string, id: string) {
  return queryOptions({
    queryKey: ["imports", id],
    queryFn: ({ signal }) => call<ImportBatch>("GET", `/counties/${county}/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? whileWorking : false),
  });
}

export function isWorking({ state }: { state: ImportBatch["state"] }): boolean {
  return state === "reading" || state === "applying" || state === "undoing";
}

/** It has a receipt, also when it was undone later. */
export function isWritten({ state }: { state: ImportBatch["state"] }): boolean {
  return state === "applied" || state === "undoing" || state === "undone";
}

/** Read again what hangs on the imports: they, and the tasks that read and write them. */
export function importChanged(): void {
  void queryClient.invalidateQueries({ queryKey: ["imports"] });
  void queryClient.invalidateQueries({ queryKey: ["tasks"] });
}

export async function uploadFile(file: File, year: number | null): Promise<ImportBatch> {
  const form = new FormData();
  // Fields stand before the file, so that the server knows them when the file arrives.
  if (year !== null) form.set("year", String(year));
  form.set("file", file);
  const batch = await call<ImportBatch>("POST", "/imports", { form });
  importChanged();
  return batch;
}

export async function applyImport(county: string, id: string, identityDigest: string | null): Promise<void> {
  await call<unknown>("POST", `/counties/${county}/imports/${id}/apply`, {
    body: identityDigest === null ? {} : { identityDigest },
  });
  importChanged();
}

export async function closeImport({ county, id }: ImportBatch, reason: string): Promise<void> {
  await call<unknown>("POST", `/counties/${county}/imports/${id}/close`, { body: { reason } });
  importChanged();
  void queryClient.invalidateQueries({ queryKey: ["today"] });
}

export async function restartImport(county: string, id: string): Promise<void> {
  await call<unknown>("POST", `/counties/${county}/imports/${id}/restart`);
  importChanged();
}
