/**
 * What the rest of the house does when the register changes: one household is judged again in the same transaction, a
 * county is judged as a whole by the worker, after the commit; until then its list is read from the books.
 */
import type { RegisterListener } from "../domain/registry/register-listener.ts";
import type { EvaluationInput } from "../domain/verdicts/evaluation/evaluation.contract.ts";
import { evaluationTask } from "../domain/verdicts/evaluation/evaluation-run.service.ts";
import { forgetBits, forgetVillageBits } from "../domain/verdicts/list/household-list.service.ts";
import { watchHousehold } from "../domain/verdicts/mended.service.ts";
import { startWork } from "../platform/jobs/task.service.ts";

export const registerListener: RegisterListener = {
  householdChanges: (work, { county, id }, year) => watchHousehold(work, { county, householdId: id, year }),
  async countyChanged(work, county, year) {
    await forgetBits(work, county, year);
    const input: EvaluationInput = { areaCode: `${county}000000`, year };
    // The task belongs to the actor's own place: a township clerk may see it, though the whole county is judged.
    const { areaCode, personId, startedBy } = work.actor;
    const asked = startedBy ?? personId;
    await startWork(work.tx, work.now, { kind: evaluationTask, areaCode, personId: asked, input });
  },
  villagesListed: (work, county) => forgetVillageBits(work, county),
};

/** For whoever evaluates the county himself right after the change. */
export const listenerBeforeEvaluation: RegisterListener = {
  ...registerListener,
  countyChanged: (work, county, year) => forgetBits(work, county, year),
};
