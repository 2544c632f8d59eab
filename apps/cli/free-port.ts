/** A port that nobody listens on: the wanted one, or one of the next. */
import { createServer } from "node:net";
import { cliProblems } from "./cli.problems.ts";

const count = 50;

/** @throws Problem cli.no-free-port */
export async function findFreePort(host: string, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + count && port <= 65_535; port += 1) {
    if (await isFree(host, port)) return port;
  }
  throw cliProblems["cli.no-free-port"]({ port: wanted, count });
}

function isFree(host: string, port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
