/** What an import changes, kept line by line with it and shown by pages. Personal values are masked when they are kept. */
import { z } from "zod";
import type { Work } from "../access/work.ts";
import { getImport } from "./import-batch.service.ts";
import type { ImportKey } from "./import.contract.ts";
import { DifferenceKind, DifferencePage, type DifferenceQuery } from "./import-difference.contract.ts";
import { readLabel, readValue } from "./difference-words.ts";
import * as store from "./import-difference.sql.ts";
import type { CountyPlan } from "./import/plan.ts";

/** @throws Problem import.not-found */
export async function pageOfDifferences(
  work: Work,
  key: ImportKey,
  query: DifferenceQuery,
): Promise<DifferencePage> {
  await getImport(work, key);
  const rows = await store.listDifferences(work.tx, key, { ...query, limit: query.limit + 1 });
  const counts = await store.findCounts(work.tx, key);
  const page = rows.slice(0, query.limit);
  return {
    differences: page.map((row) => ({
      position: row.position,
      kind: DifferenceKind.parse(row.kind),
      registerNo: row.register_no,
      maskedHead: row.masked_head,
      village: row.village,
      field: row.field,
      label: row.label === null ? null : readLabel(row.field ?? "", row.label),
      from: row.from_text === null ? null : readValue(row.field ?? "", row.from_text),
      to: row.to_text === null ? null : readValue(row.field ?? "", row.to_text),
      hidden: row.is_hidden,
    })),
    next: rows.length > page.length ? (page.at(-1)?.position ?? null) : null,
    listed: await store.countListed(work.tx, key),
    counts: KeptCounts.parse(counts).map((one) => ({
      ...one,
      label: one.label === null ? null : readLabel(one.field ?? "", one.label),
    })),
  };
}

/** As they are kept: labels are Chinese. */
const KeptCounts = z.array(DifferencePage.shape.counts.element.extend({ label: z.string().nullable() }));
type KeptCount = z.infer<typeof KeptCounts>[number];

/** More than these are counted, not kept. */
const mostKept = 200_000;

/** Keeps what comparing found, in place of what was found before. */
export async function keepDifferences(
  work: Work,
  key: ImportKey,
  areaCode: string,
  plans: readonly CountyPlan[],
): Promise<void> {
  const rows = plans.flatMap((plan) => [
    ...plan.changes.map((change) => changedLine(change, plan)),
    ...plan.createdRegisterNos.map((registerNo) => householdLine("new", registerNo, plan)),
    ...plan.gone.map((registerNo) => householdLine("gone", registerNo, plan)),
  ]);
  await store.replaceDifferences(work.tx, key, areaCode, rows.slice(0, mostKept));
  await store.updateCounts(work.tx, key, JSON.stringify(countsOf(plans)));
}

/** Of all differences, whatever is kept of them; the most frequent first. */
function countsOf(plans: readonly CountyPlan[]): KeptCount[] {
  const counts = new Map<string, KeptCount>();
  const add = (kind: DifferenceKind, field: string | null, label: string | null, more: number): void => {
    if (more === 0) return;
    const known = counts.get(`${kind}/${field}`);
    counts.set(`${kind}/${field}`, { kind, field, label, count: more + (known?.count ?? 0) });
  };
  for (const { changeCounts, createdRegisterNos, gone } of plans) {
    for (const [field, { label, count }] of changeCounts) add("changed", field, label, count);
    add("new", null, null, createdRegisterNos.length);
    add("gone", null, null, gone.length);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

function changedLine(change: CountyPlan["changes"][number], plan: CountyPlan): store.NewDifference {
  const { registerNo, field, label, from, to, hidden } = change;
  return {
    kind: "changed",
    register_no: registerNo,
    field,
    label,
    from_text: from,
    to_text: to,
    is_hidden: hidden,
    ...toldOf(registerNo, plan),
  };
}

function toldOf(
  registerNo: string,
  { told }: CountyPlan,
): Pick<store.NewDifference, "masked_head" | "village"> {
  const { maskedHead = null, village = null } = told.get(registerNo) ?? {};
  return { masked_head: maskedHead, village };
}

function householdLine(kind: DifferenceKind, registerNo: string, plan: CountyPlan): store.NewDifference {
  const nothing = { field: null, label: null, from_text: null, to_text: null, is_hidden: false };
  return { kind, register_no: registerNo, ...nothing, ...toldOf(registerNo, plan) };
}
