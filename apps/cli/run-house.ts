/** Runs api and worker side by side, each started again when it crashes. */
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Demo } from "../api/demo.contract.ts";
import type { CommandContext } from "./command.ts";
import type { Session } from "./session.ts";
import { type SupervisedChild, superviseChild } from "./supervised-child.ts";

const apps = join(import.meta.dirname, "..");

export interface House {
  address: string;
  /** Rejects when a part failed for good. */
  failed: Promise<void>;
  stop(): Promise<void>;
}

export interface HouseWanted {
  port: number;
  /** Offered on the sign-in page; none on a real register. */
  demo: Demo | null;
}

export async function openHouse(
  session: Session,
  context: CommandContext,
  { port, demo }: HouseWanted,
): Promise<House> {
  const { config } = session;
  const environment = environmentOf(session, port, demo);
  const children = (["api", "worker"] as const).map((name) =>
    superviseChild({
      name,
      file: join(apps, name, "main.ts"),
      logFile: join(config.dataDir, `${name}.log`),
      environment,
      onCrash: (delay) =>
        context.progress.step(
          `${name} 意外退出，${delay / 1000} 秒后重启 / ${name} ended unexpectedly, restarting in ${delay / 1000} s`,
        ),
    }),
  );
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
  };
  const failed = Promise.race(children.map((child) => child.ended));
  failed.catch(() => undefined);
  try {
    await Promise.race([untilReady(`http://${reachable(config.host)}:${port}/readyz`, children), failed]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://${reachable(config.host)}:${port}`, stop, failed };
}

function environmentOf({ config, server }: Session, port: number, demo: Demo | null): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: server.appUrl,
    DATABASE_OWNER_URL: "",
    HOST: config.host,
    PORT: String(port),
    JINGZHUN_DATA: config.dataDir,
    JINGZHUN_KEYS: config.keysFile,
    JINGZHUN_DEMO: demo === null ? "" : JSON.stringify(demo),
  };
}

async function untilReady(url: string, children: SupervisedChild[]): Promise<void> {
  for (;;) {
    if ((await isOk(url)) && children.every((child) => child.isRunning())) return;
    await pause(100);
  }
}

function isOk(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.on("error", () => resolve(false));
  });
}

/** An address that listens everywhere is not one that a browser can open. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
