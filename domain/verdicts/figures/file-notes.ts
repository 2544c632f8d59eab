/** What stands below an exported table: which evaluation its figures are of, under which policies and over which counties. */
import type { TableRow } from "../../../platform/table-file.ts";
import type { Provenance } from "./figure.contract.ts";

type Known = { [Name in keyof Provenance]: Provenance[Name] | null };

/** Nothing but a word where no evaluation has run. */
export function provenanceNotes(of: Known): TableRow[] {
  if (of.asOf === null || of.snapshot === null) return [["评估", "没有评估"]];
  return [
    ["评估截至", of.asOf],
    ["快照", of.snapshot.replace(" evaluations ", "次评估 ")],
    ["政策版本", of.policyVersion ?? "各县不一"],
    ...coverageNotes(of.counties),
    ...(of.staleReason ? [["提示", of.staleReason.zh]] : []),
  ];
}

/** The sum of some counties is not the figure of their city; a place inside a county needs no such word. */
function coverageNotes(counties: Provenance["counties"] | null): TableRow[] {
  if (!counties || counties.all === 1) return [];
  const { evaluated, all } = counties;
  const isWhole = evaluated >= all;
  return [["覆盖范围", isWhole ? `全部${all}个县` : `${all}个县中只有${evaluated}个已评估，不是全部`]];
}
