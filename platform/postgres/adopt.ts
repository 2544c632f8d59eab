/** Takes over a server that already runs on the cluster, after proving that it is ours by its password. */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { findServer } from "./holder.ts";
import type { Holder } from "./holder.ts";
import type { Place } from "./place.ts";
import { postgresProblems } from "./problems.ts";
import { connectionUrls } from "./secrets.ts";
import type { Secrets } from "./secrets.ts";

const PATIENCE_MS = 60_000;

/**
 * Waits while the server is starting or stopping; undefined when none is left.
 * @throws Problem postgres.held when the server does not let us in
 */
export async function adoptServer(
  place: Place,
  secrets: Secrets,
  onProgress: (step: string) => void,
): Promise<Holder | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  let announced = "";
  let server = await findServer(place);
  while (server) {
    if (server.state === "ready" && (await letsUsIn(secrets, server, place))) return server;
    if (Date.now() > deadline)
      throw postgresProblems["postgres.held"]({ folder: place.folder, pid: server.pid });
    if (announced !== server.state)
      onProgress(`等待数据库（${server.state}）/ waiting for the server (${server.state})`);
    announced = server.state;
    await pause(50);
    server = await findServer(place);
  }
  return undefined;
}

/** False while the server is between two states and worth asking again. */
async function letsUsIn(secrets: Secrets, server: Holder, place: Place): Promise<boolean> {
  try {
    const client = await connectAsSuperuser(secrets, server.port);
    await client.end();
    return true;
  } catch (error) {
    const state = error instanceof pg.DatabaseError ? error.code : undefined;
    if (state === "57P03" || state === "57P01" || state === "53300") return false; // starting, stopping, crowded
    if ((await findServer(place))?.pid !== server.pid) return false;
    throw postgresProblems["postgres.held"]({ folder: place.folder, pid: server.pid }, error);
  }
}

export async function connectAsSuperuser(secrets: Secrets, port: number): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: connectionUrls(secrets, port).superuserUrl,
    connectionTimeoutMillis: 10_000,
    application_name: "jingzhun-supervisor",
  });
  // A server that goes away while the connection closes must not end the process.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
