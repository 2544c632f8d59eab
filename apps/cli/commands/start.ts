/** `start`: the whole program on this machine: database, api, worker and web, until Ctrl-C. */
import { z } from "zod";
import { listPeople } from "../../../domain/access/person.service.ts";
import { listCountyYears } from "../../../domain/verdicts/evaluation/evaluation.service.ts";
import type { Demo } from "../../api/demo.contract.ts";
import { cliProblems } from "../cli.problems.ts";
import { type CommandContext, defineCommand } from "../command.ts";
import { wholeNumber } from "../command-input.ts";
import { type DemoAccount, demoPassword, findDemoAccounts } from "../demo-accounts.ts";
import { findFreePort } from "../free-port.ts";
import { openHouse } from "../run-house.ts";
import { type Session, configOf, withSession } from "../session.ts";
import { announceAddress, findStarted } from "../users-of-folder.ts";

export const startCommand = defineCommand({
  options: [
    ["--port <port>", { zh: "端口，省略为 8080", en: "port; 8080 when absent" }],
    ["--no-demo", { zh: "首次启动不载入示例县", en: "no demo county on the first run" }],
  ],
  examples: [
    [
      "jingzhun start --port 9000 --data /srv/jingzhun",
      { zh: "指定端口和数据目录", en: "own port and data folder" },
    ],
  ],
  input: z.strictObject({ port: wholeNumber(1, 65_535).optional(), demo: z.boolean().default(true) }),
  run: async (input, context) => {
    const running = findStarted(configOf(context).dataDir);
    if (running) throw cliProblems["cli.already-started"](running);
    return withSession(context, async (session) => {
      if (input.demo && session.server.isEmbedded && (await isEmpty(session))) {
        // Only the first start needs what reads and writes files.
        const { loadDemo } = await import("../demo.ts");
        await loadDemo(session, context.progress);
      }
      const address = await serve(session, context, input);
      return { json: { stopped: true, address }, lines: ["已停止 stopped"] };
    });
  },
});

/** True when the register has no book yet. */
async function isEmpty(session: Session): Promise<boolean> {
  return (await session.work((work) => listCountyYears(work, work.actor.areaCode))).length === 0;
}

interface Wanted {
  port?: number | undefined;
  demo: boolean;
}

async function serve(
  session: Session,
  context: CommandContext,
  { port: wanted, demo }: Wanted,
): Promise<string> {
  const { step } = context.progress;
  const { host, port: usual, dataDir } = session.config;
  const port = await findFreePort(host, wanted ?? usual);
  if (port !== (wanted ?? usual))
    step(`端口 ${wanted ?? usual} 已被占用，改用 ${port} / port ${wanted ?? usual} is taken, using ${port}`);
  step("正在启动接口和任务 / starting api and worker");
  const asked = session.untilInterrupted();
  const accounts = await findDemoAccounts(session);
  const house = await openHouse(session, context, { port, demo: demoOf(session, accounts) });
  announceAddress(dataDir, house.address);
  const people = await session.work(listPeople);
  for (const line of welcome(accounts, house.address)) step(line);
  if (people.length === 0) for (const line of firstAccountHint) step(line);
  const stopLoading = demo && accounts.length > 0 ? await loadDemoBehind(session, context) : undefined;
  try {
    await Promise.race([asked, house.failed]);
    step("正在停止… / stopping…");
  } finally {
    await stopLoading?.();
    await house.stop();
  }
  return house.address;
}

/** An external server is no demo, whatever its people are called. */
function demoOf({ server }: Session, accounts: DemoAccount[]): Demo | null {
  if (!server.isEmbedded || accounts.length === 0) return null;
  return { password: demoPassword, accounts: accounts.map(({ login, about }) => ({ login, about })) };
}

async function loadDemoBehind(session: Session, context: CommandContext): Promise<() => Promise<void>> {
  const { loadPlacesBehind } = await import("../demo-behind.ts");
  return loadPlacesBehind(session, context);
}

/** Without the demo nobody can sign in yet. */
const firstAccountHint = [
  "  还没有账号，请在另一个窗口添加第一个，密码会显示一次 / nobody can sign in yet: add the first account in another window; its password is shown once",
  "    ./bin/jingzhun user add admin --name 姓名 --role administrator --area 410000",
  "",
];

function welcome(accounts: DemoAccount[], address: string): string[] {
  return [
    "",
    `  精准 Jingzhun  ${address}`,
    "",
    ...(accounts.length > 0 ? [`  示例账号 demo accounts（密码 password: ${demoPassword}）:`] : []),
    ...accounts.map(({ login, about }) => `    ${login.padEnd(16)} ${about.zh} / ${about.en}`),
    ...(accounts.length > 0 ? [""] : []),
    "  按 Ctrl-C 停止 / Ctrl-C to stop",
    "",
  ];
}
