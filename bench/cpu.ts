/** CPU seconds of this process, of the database server and of other processes named, so that a busy machine does not falsify a measurement. */
import { readFileSync, readdirSync } from "node:fs";

const ticksPerSecond = 100;

export interface Usage {
  wall: number;
  cpu: number;
}

/** Measures `work`: wall seconds, and CPU seconds of this process plus the `others` with their children. */
export async function measure<T>(
  others: readonly number[],
  work: () => Promise<T>,
): Promise<Usage & { result: T }> {
  const before = usage(others);
  const result = await work();
  const after = usage(others);
  return { wall: after.wall - before.wall, cpu: after.cpu - before.cpu, result };
}

function usage(others: readonly number[]): Usage {
  const own = process.cpuUsage();
  const beside = others.reduce((sum, pid) => sum + secondsBelow(pid), 0);
  return { wall: performance.now() / 1000, cpu: (own.user + own.system) / 1e6 + beside };
}

/** A process with its ended children, and the children alive now (of a server: backends, workers, writers). */
function secondsBelow(parent: number): number {
  let ticks = 0;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const fields = readStat(name);
    if (!fields) continue;
    const isParent = name === String(parent);
    if (!isParent && fields.parent !== parent) continue;
    ticks += fields.own + (isParent ? fields.ended : 0);
  }
  return ticks / ticksPerSecond;
}

function readStat(pid: string): { parent: number; own: number; ended: number } | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return undefined; // it ended while we looked
  }
  const rest = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [parent = 0, utime = 0, stime = 0, cutime = 0, cstime = 0] = [
    rest[1],
    rest[11],
    rest[12],
    rest[13],
    rest[14],
  ];
  return { parent, own: utime + stime, ended: cutime + cstime };
}
