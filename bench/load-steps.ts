/** Steps `load` and `index`, which every suite begins with. */
import type { Bench } from "./bench.ts";
import { measure } from "./cpu.ts";
import { loadPeer, loadRegister } from "./load.ts";
import { loadPlaces } from "./places.ts";
import { dropKeys } from "./schema-pause.ts";
import { stepOf } from "./step.ts";

export async function loadSteps({ dataset, owner, peer, postmaster, report }: Bench): Promise<void> {
  const peerLoad = await measure([], () => loadPeer(peer, dataset));
  const putBack = await dropKeys(owner);
  const load = await measure([postmaster], () => loadRegister(owner, dataset));
  report(stepOf("load", dataset.households, load, { ...peerLoad, name: "DuckDB" }));
  const index = await measure([postmaster], async () => {
    await putBack();
    await loadPlaces(owner);
    // What autovacuum would do in the middle of the next steps.
    await owner.query("vacuum (analyze)");
  });
  report(stepOf("index", dataset.households, index));
}
