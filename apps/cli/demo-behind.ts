/** The larger places of the demo load behind the running house, in a process of their own that ends with it. */
import { join } from "node:path";
import type { CommandContext } from "./command.ts";
import { listMissingPlaces } from "./demo-place-list.ts";
import type { Session } from "./session.ts";
import { endChild, startChild } from "./supervised-child.ts";

/** Starts `demo load` when a place is missing. Resolves to what stops it. */
export async function loadPlacesBehind(
  session: Session,
  { progress }: CommandContext,
): Promise<() => Promise<void>> {
  const missing = await listMissingPlaces(session);
  if (missing.length === 0) return () => Promise.resolve();
  const names = missing.map((place) => place.name).join("、");
  progress.step(`  后台正在载入${names}，约一分钟，可以先用 / ${names} load meanwhile, about a minute\n`);
  const { dataDir } = session.config;
  const child = startChild({
    file: join(import.meta.dirname, "main.ts"),
    args: ["demo", "load", "--data", dataDir],
    logFile: join(dataDir, "demo.log"),
    environment: process.env,
  });
  child.on("exit", (code) => {
    if (code === 0) progress.step(`  ${names}已载入 / loaded`);
    else if (code !== null)
      progress.step(`  ${names}没有载完，见 ${join(dataDir, "demo.log")} / not loaded, see the log`);
  });
  return async () => {
    child.removeAllListeners("exit");
    await endChild(child);
  };
}
