/** Where figures come from: the evaluation they name, and whether its policies are still in force. */
import type { Work } from "../access/work.ts";
import type { Provenance } from "./figure.contract.ts";
import { type AreaRow, countCounties } from "./figure.sql.ts";
import { rangeOf } from "./measure.ts";
import { findAppliedPolicyVersion } from "./policy.sql.ts";

export const noProvenance = {
  asOf: null,
  snapshot: null,
  counties: null,
  policyVersion: null,
  stale: false,
  staleReason: null,
};

export async function provenanceOf(work: Work, areaCode: string, row: AreaRow): Promise<Provenance> {
  const inForce = await findAppliedPolicyVersion(work.tx);
  const stale = row.policy_versions.some((version) => version !== inForce);
  const [version, ...others] = row.policy_versions;
  return {
    asOf: row.as_of.toISOString(),
    snapshot: row.snapshot,
    counties: { evaluated: row.counties.length, all: await countCounties(work.tx, rangeOf(areaCode)) },
    policyVersion: others.length === 0 ? (version ?? null) : null,
    stale,
    staleReason: stale
      ? { zh: "政策已更新，请重新评估", en: "The policies have changed: evaluate again" }
      : null,
  };
}
