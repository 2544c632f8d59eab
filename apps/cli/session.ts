/**
 * What a command works in: a server that runs, a database that is up to date, the keys, and a connection pool. All of it
 * is closed again, also on Ctrl-C; a server that the command started is stopped.
 */
import { resolve } from "node:path";
import { systemWork, wholeCountryCode } from "../../domain/access/system-work.ts";
import type { Work } from "../../domain/access/work.ts";
import { type Clock, machineClock } from "../../platform/clock.ts";
import { type Config, readConfig } from "../../platform/config.ts";
import { type Database, assertPlainRole, openDatabase } from "../../platform/db/database.ts";
import { loadKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import { cliProblems } from "./cli.problems.ts";
import type { CommandContext } from "./command.ts";
import { type DatabaseServer, useServer } from "./database-server.ts";
import { prepareDatabase } from "./prepare-database.ts";

export interface Session {
  config: Config;
  server: DatabaseServer;
  database: Database;
  clock: Clock;
  /** From now on Ctrl-C resolves this promise instead of ending the command. */
  untilInterrupted(): Promise<void>;
  /** One transaction as the system actor over an area (12 digits), the whole country when absent. */
  work<T>(use: (work: Work) => Promise<T>, areaCode?: string): Promise<T>;
}

/** What it takes to work in the register, wherever its server runs. */
export type Working = Pick<Session, "database" | "clock" | "work">;

/** @throws Problem config.*, postgres.*, secrets.*, cli.* */
export async function withSession<T>(
  context: CommandContext,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  return withServer(context, async (server, config, untilInterrupted) => {
    if (server.ownerUrl !== undefined) await prepareDatabase(server.ownerUrl, context.progress.step);
    installKeys(loadKeys(config.keysFile));
    const database = openDatabase(server.appUrl, 4);
    try {
      await assertPlainRole(database);
      return await use({
        config,
        server,
        database,
        clock: machineClock,
        untilInterrupted,
        work: (run, areaCode = wholeCountryCode) => systemWork(database, areaCode, machineClock.now(), run),
      });
    } finally {
      await database.close();
    }
  });
}

/** Only the server, for commands that change the schema or shared data themselves. */
export async function withOwner<T>(
  context: CommandContext,
  use: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  return withServer(context, async ({ ownerUrl }) => {
    if (ownerUrl === undefined) throw cliProblems["cli.owner-needed"]();
    return use(ownerUrl);
  });
}

async function withServer<T>(
  context: CommandContext,
  use: (server: DatabaseServer, config: Config, untilInterrupted: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const config = configOf(context);
  const interrupt = interruption();
  try {
    const server = await useServer(config, context.progress.step);
    try {
      return await Promise.race([use(server, config, interrupt.takeOver), interrupt.asked]);
    } finally {
      await server.leave();
    }
  } finally {
    interrupt.forget();
  }
}

export function configOf({ data }: CommandContext): Config {
  return readConfig({ ...process.env, ...(data !== undefined && { JINGZHUN_DATA: resolve(data) }) });
}

interface Interruption {
  /** Rejects when somebody presses Ctrl-C, so that what was opened is closed before the process ends. */
  asked: Promise<never>;
  takeOver(): Promise<void>;
  forget(): void;
}

function interruption(): Interruption {
  const { promise, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting yet; an unhandled rejection would end the process at once.
  promise.catch(() => undefined);
  // Ctrl-C may arrive twice, from the terminal and from npm: only the first counts, the promise is settled then.
  let interrupt = () => reject(cliProblems["cli.interrupted"]());
  const listener = () => interrupt();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, listener);
  return {
    asked: promise,
    takeOver: () => new Promise((resolve) => (interrupt = resolve)),
    forget: () => signals.forEach((signal) => process.off(signal, listener)),
  };
}
