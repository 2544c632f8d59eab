/** What an import rejects and leaves out: kept place by place with it, grouped by reason, shown by pages. */
import type { Work } from "../access/work.ts";
import { getImport } from "./import-batch.service.ts";
import type { ImportKey, ImportPreview } from "./import.contract.ts";
import {
  RejectKind,
  type RejectGroupList,
  type RejectPage,
  type RejectQuery,
} from "./import-reject.contract.ts";
import * as store from "./import-reject.sql.ts";
import type { ReadRegister } from "./reading.contract.ts";

type Place = ImportPreview["rejected"][number];

/** @throws Problem import.not-found */
export async function listRejectGroups(work: Work, key: ImportKey): Promise<RejectGroupList> {
  await getImport(work, key);
  const groups = await store.listGroups(work.tx, key);
  return {
    groups: groups.map(({ kind, group_number, n, reason_zh, reason_en }) => ({
      kind: RejectKind.parse(kind),
      group: group_number,
      count: n,
      reason: { zh: reason_zh, en: reason_en },
    })),
  };
}

/** @throws Problem import.not-found */
export async function pageOfRejects(work: Work, key: ImportKey, query: RejectQuery): Promise<RejectPage> {
  await getImport(work, key);
  const rows = await store.listRejects(work.tx, key, { ...query, limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  return {
    rejects: page.map((row) => ({ ...presentPlace(row), position: row.position })),
    next: rows.length > page.length ? (page.at(-1)?.position ?? null) : null,
  };
}

/** All rows that were not taken, in the order of the file. */
export async function listAllRejects(work: Work, key: ImportKey): Promise<Place[]> {
  return (await store.listAllRejects(work.tx, key)).map(presentPlace);
}

function presentPlace(row: store.RejectRow): Place {
  const { sheet, row: number, register_no: registerNo, village, label: column, value } = row;
  return {
    sheet,
    row: number,
    registerNo,
    village,
    column,
    value,
    reason: { zh: row.reason_zh, en: row.reason_en },
  };
}

/** Keeps every place of a preview, in place of what was kept before. */
export async function keepRejects(
  work: Work,
  key: ImportKey,
  areaCode: string,
  { rejected, outside, remarks }: Pick<ImportPreview, "rejected" | "outside" | "remarks">,
): Promise<void> {
  const rows = [
    ...grouped("reject", rejected),
    ...grouped("outside", outside),
    ...grouped("remark", remarks),
  ];
  await store.replaceRejects(work.tx, key, areaCode, rows);
}

/**
 * An import stands for the households that it names, taken or rejected again: nobody is reminded of their rejects in
 * earlier files of its layout and year.
 */
export async function noteNamed(
  work: Work,
  key: ImportKey,
  { households, rejects }: Pick<ReadRegister, "households" | "rejects">,
): Promise<void> {
  const numbers = [...households, ...rejects].flatMap(({ registerNo }) => registerNo ?? []);
  await store.noteNamed(work.tx, key, [...new Set(numbers)]);
}

/** Numbers the groups by their size; positions go through all groups. */
function grouped(kind: RejectKind, places: readonly Place[]): store.NewReject[] {
  const inOrder = places.map((place, at) => ({ place, position: at + 1 }));
  const groups = [...Map.groupBy(inOrder, ({ place }) => patternOf(place.reason.zh)).values()];
  return groups
    .sort((a, b) => b.length - a.length)
    .flatMap((group, at) =>
      group.map(({ place: { sheet, row, registerNo, village, column, value, reason }, position }) => ({
        kind,
        group_number: at + 1,
        position,
        sheet,
        row,
        register_no: registerNo,
        village,
        label: column,
        value,
        reason_zh: reason.zh,
        reason_en: reason.en,
      })),
    );
}

/** Reasons that differ only in the numbers and names inside them are one. */
function patternOf(reason: string): string {
  return reason.replaceAll(/[“「《"][^”」》"]*[”」》"]|\d+/g, "…").replaceAll(/…(、…)+/g, "…");
}
