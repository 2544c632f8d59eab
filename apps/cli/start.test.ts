import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, test } from "vitest";
import { makeCliPlace } from "../../test/cli.ts";
import { findRunningPostgres } from "../../platform/postgres/start.ts";
import { processState } from "../../platform/postgres/processes.ts";

const place = makeCliPlace();
afterAll(() => place.remove());

const patient = { timeout: 3 * 60_000 };

interface Started {
  address: string;
  said: string[];
  ended: Promise<unknown>;
  signal(name: NodeJS.Signals): void;
  /** What closing a terminal does: nobody reads any more, and a hangup. */
  closeTerminal(): void;
}

/** Starts the house and waits for its address. */
async function startHouse(...args: string[]): Promise<Started> {
  const child = place.start("start", "--no-demo", ...args);
  const ended = once(child, "close");
  const said: string[] = [];
  if (!child.stderr) throw new Error("no stderr");
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (!address) continue;
    child.stderr.resume();
    const closeTerminal = () => {
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.kill("SIGHUP");
    };
    return { address, said, ended, signal: (name) => child.kill(name), closeTerminal };
  }
  throw new Error(said.join("\n"));
}

async function takePort(): Promise<{ port: number; free(): void }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, free: () => server.close() };
}

test(
  "start serves on one address, takes the next port when the wanted one is taken, and stops all on Ctrl-C",
  patient,
  async () => {
    const taken = await takePort();
    const house = await startHouse("--port", String(taken.port));
    taken.free();
    expect(house.address).not.toContain(`:${taken.port}`);
    expect(house.said.join("\n")).toContain(String(taken.port));
    expect((await fetch(`${house.address}/readyz`)).status).toBe(200);
    // As on a terminal, where it may come twice.
    house.signal("SIGINT");
    house.signal("SIGINT");
    await house.ended;
    await expect(fetch(`${house.address}/healthz`)).rejects.toThrow("fetch failed");
    expect(await findRunningPostgres(place.dataDir)).toBeUndefined();
  },
);

test(
  "a second start says where the first one is, other commands share its server, and stop ends it",
  patient,
  async () => {
    const { port, free } = await takePort();
    free();
    const house = await startHouse("--port", String(port));
    const second = await place.run("start", "--json");
    expect(second.exitCode).toBe(1);
    expect(second.json()["error"]).toMatchObject({
      code: "cli.already-started",
      detail: { address: house.address },
    });
    const server = await findRunningPostgres(place.dataDir);
    const added = await place.run(
      "user",
      "add",
      "tester",
      "--name",
      "测试",
      "--role",
      "cityReader",
      "--area",
      "4117",
      "--json",
    );
    expect(added.json()).toMatchObject({
      login: "tester",
      areaCode: "411700000000",
      password: expect.any(String),
    });
    expect((await findRunningPostgres(place.dataDir))?.pid).toBe(server?.pid);
    expect((await place.run("stop", "--json")).json()).toEqual({ stopped: true });
    await house.ended;
    expect(server && processState(server.pid)).not.toBe("running");
  },
);

test(
  "a killed start takes its api and worker along, and the next start takes over its database",
  patient,
  async () => {
    const { port, free } = await takePort();
    free();
    const first = await startHouse("--port", String(port));
    const before = await findRunningPostgres(place.dataDir);
    const program = await place.run("start", "--json");
    const { pid } = (program.json()["error"] as { detail: { pid: number } }).detail;
    process.kill(pid, "SIGKILL");
    await first.ended;
    while (await fetch(`${first.address}/healthz`).catch(() => undefined))
      await new Promise((r) => setTimeout(r, 50));
    const next = await startHouse("--port", String(port));
    expect((await findRunningPostgres(place.dataDir))?.pid).toBe(before?.pid);
    next.signal("SIGTERM");
    await next.ended;
    expect((await place.run("stop", "--json")).exitCode).toBe(0);
  },
);

test("closing the terminal stops everything, though nothing can be said any more", patient, async () => {
  const { port, free } = await takePort();
  free();
  const house = await startHouse("--port", String(port));
  const server = await findRunningPostgres(place.dataDir);
  house.closeTerminal();
  await house.ended;
  await expect(fetch(`${house.address}/healthz`)).rejects.toThrow("fetch failed");
  expect(server && processState(server.pid)).not.toBe("running");
});

test("npm hands the signals of a start to its node process: no shell stands between", () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  expect(scripts.start).toMatch(/^exec node /);
});
