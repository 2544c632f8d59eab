/** The register's steps, 25k to 1m households, beside DuckDB on the same rows or plain SQL. */
import { periodBits } from "../domain/verdicts/list/bits-of-rules.ts";
import { allPeriods } from "../domain/verdicts/periods/period.ts";
import { type Bench, withBench } from "./bench.ts";
import { measure } from "./cpu.ts";
import { identify } from "./identify.ts";
import { loadSteps } from "./load-steps.ts";
import { peerSteps } from "./peer-steps.ts";
import { singleCalls } from "./single-calls.ts";
import { type StepResult, stepOf } from "./step.ts";

export function runRegisterBench(households: number, report: (step: StepResult) => void): Promise<void> {
  return withBench(households, report, async (bench) => {
    await loadSteps(bench);
    await identify(bench);
    await evaluationSteps(bench);
    await singleCalls(bench);
  });
}

const evaluationFunctions = [
  ["facts", "rebuild_facts"],
  ["rules", "rebuild_verdicts"],
  ["member-rules", "rebuild_member_verdicts"],
] as const;

/** In the order of an evaluation; `no-standard` finds nothing to count in a year with a standard. */
const furtherFunctions = [
  ["member-rollup", "rebuild_member_rollup($1, $2)"],
  ["no-standard", "rebuild_no_standard($1, $2)"],
  ["list-bits", "rebuild_list($1, $2)"],
  ["rule-bits", "rebuild_rule_bits($1, $2)"],
  ["period-bits", `rebuild_period_bits($1, $2, '${JSON.stringify(allPeriods().map(periodBits))}')`],
  ["finding-counts", "rebuild_finding_counts($1, $2)"],
] as const;

async function evaluationSteps(bench: Bench): Promise<void> {
  const { dataset, owner, peer, postmaster, report } = bench;
  await owner.query("set jingzhun.area_low = '000000000000'; set jingzhun.area_high = '999999999999'");
  const peers = await peerSteps(owner, peer, dataset.year, dataset.counties[0] ?? "");
  const each = async (call: string): Promise<void> => {
    for (const county of dataset.counties)
      await owner.query(`select verdicts.${call}`, [county, dataset.year]);
  };
  for (const [step, call] of evaluationFunctions) {
    const own = await measure([postmaster], () => each(`${call}($1, $2)`));
    const peerWork = peers[step];
    const beside = peerWork && (await measure([], peerWork));
    report(stepOf(step, dataset.households, own, beside && { ...beside, name: "DuckDB" }));
  }
  const own = await measure([postmaster], () => each("rebuild_rollup($1, $2, gen_random_uuid())"));
  const beside = await measure([], peers.rollup);
  report(stepOf("rollup", dataset.households, own, { ...beside, name: "DuckDB" }));
  for (const [step, call] of furtherFunctions)
    report(stepOf(step, dataset.households, await measure([postmaster], () => each(call))));
  await owner.query(`insert into verdicts.evaluation (county_code, id, area_code, year, policy_version, households, persons, finished_at)
    select county_code, evaluation_id, area_code, year, 'bench', households, persons, now() from verdicts.rollup where level = 3`);
}
