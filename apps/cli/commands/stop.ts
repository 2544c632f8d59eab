/** `stop`: ends a running `start` of the data folder, or a server that was left running. */
import { setTimeout as pause } from "node:timers/promises";
import { processState } from "../../../platform/postgres/processes.ts";
import { stopPostgres } from "../../../platform/postgres/start.ts";
import { defineCommand } from "../command.ts";
import { NoInput } from "../command-input.ts";
import { configOf } from "../session.ts";
import { findStarted } from "../users-of-folder.ts";

const patience = 60_000;

export const stopCommand = defineCommand({
  examples: [["jingzhun stop", { zh: "停止", en: "stop it" }]],
  input: NoInput,
  run: async (_input, context) => {
    const { dataDir } = configOf(context);
    const started = findStarted(dataDir);
    if (started) await endProcess(started.pid);
    const stopped = (await stopPostgres(dataDir)) || started !== undefined;
    return {
      json: { stopped },
      lines: [stopped ? "已停止 stopped" : "没有正在运行的程序 nothing was running"],
    };
  },
});

async function endProcess(pid: number): Promise<void> {
  process.kill(pid, "SIGTERM");
  const deadline = Date.now() + patience;
  while (processState(pid) === "running" && Date.now() < deadline) await pause(50);
}
