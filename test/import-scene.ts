/** Imports in tests: who imports, what is counted afterwards. */
import { applyImport } from "../domain/registry/import.service.ts";
import type { ReadRegister } from "../domain/registry/reading.contract.ts";
import type { Work } from "../domain/access/work.ts";
import type { TestApi } from "./api.ts";
import { aListener, importFile } from "./register-builders.ts";

export const village = { county: "驿城区", township: "水屯镇", hamlet: null };

/** Work of a data officer, or of another role and place. */
export async function asClerk<T>(
  t: TestApi,
  use: (work: Work) => Promise<T>,
  areaCode = "411702000000",
): Promise<T> {
  return t.asSystem(use, areaCode);
}

export async function apply(work: Work, read: ReadRegister, listener = aListener()) {
  return applyImport(work, read, importFile, listener);
}

export async function countRows(
  work: Work,
  table: "registry.household" | "registry.member" | "registry.member_year" | "registry.helper",
) {
  const row = await work.tx
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}
