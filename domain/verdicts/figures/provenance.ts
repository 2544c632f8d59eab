/** Where figures come from: the evaluation they name, and whether policies and books are still those that it read. */
import type { Work } from "../../access/work.ts";
import type { Provenance } from "./figure.contract.ts";
import { type AreaRow, countCounties, isChangedSince } from "./figure.sql.ts";
import { rangeOf } from "./measure.ts";
import { findAppliedPolicyVersion } from "../policy/policy.sql.ts";

export const noProvenance = {
  asOf: null,
  snapshot: null,
  counties: null,
  policyVersion: null,
  stale: false,
  staleReason: null,
};

const otherPolicies = { zh: "政策已更新，请重新评估", en: "The policies have changed: evaluate again" };
const otherBooks = {
  zh: "评估后台账有改动，请重新评估",
  en: "Books were changed after the evaluation: evaluate again",
};

export async function provenanceOf(
  work: Work,
  areaCode: string,
  year: number,
  row: AreaRow,
): Promise<Provenance> {
  const range = rangeOf(areaCode);
  const inForce = await findAppliedPolicyVersion(work.tx);
  const ofOtherPolicies = row.policy_versions.some((version) => version !== inForce);
  const stale = ofOtherPolicies || (await isChangedSince(work.tx, range, year, row.counties));
  const [version, ...others] = row.policy_versions;
  return {
    asOf: row.as_of.toISOString(),
    snapshot: row.snapshot,
    counties: { evaluated: row.counties.length, all: await countCounties(work.tx, range) },
    policyVersion: others.length === 0 ? (version ?? null) : null,
    stale,
    staleReason: stale ? (ofOtherPolicies ? otherPolicies : otherBooks) : null,
  };
}
