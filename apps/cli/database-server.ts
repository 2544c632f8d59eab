/** The server behind a command: the one of DATABASE_URL, or the embedded one of the data folder, started when needed. */
import type { Config } from "../../platform/config.ts";
import { startPostgres } from "../../platform/postgres/start.ts";
import { enterFolder, leaveFolder, markStarted } from "./users-of-folder.ts";

export interface DatabaseServer {
  appUrl: string;
  /** Undefined: an external server whose owner's address was not given. */
  ownerUrl: string | undefined;
  isEmbedded: boolean;
  leave(): Promise<void>;
}

export async function useServer(config: Config, onProgress: (step: string) => void): Promise<DatabaseServer> {
  if (config.databaseUrl !== undefined) {
    return {
      appUrl: config.databaseUrl,
      ownerUrl: config.databaseOwnerUrl,
      isEmbedded: false,
      leave: () => Promise.resolve(),
    };
  }
  const { dataDir } = config;
  // The first start makes the folder with the rights that the server needs, so its user is noted afterwards.
  let server = await startPostgres({ dataDir, onProgress });
  await enterFolder(dataDir);
  // The command that had started an adopted server may have stopped it before it saw us.
  if (!server.started) server = await startPostgres({ dataDir, onProgress });
  if (server.started) await markStarted(dataDir);
  const leave = () => leaveFolder(dataDir);
  return { appUrl: server.appUrl, ownerUrl: server.ownerUrl, isEmbedded: true, leave };
}
