/** `demo load`: the demo county and its accounts, as the first `start` loads them. */
import { defineCommand } from "../command.ts";
import { NoInput } from "../command-input.ts";
import { cliProblems } from "../cli.problems.ts";
import { demoAccounts, demoPassword, mayHoldDemo } from "../demo-accounts.ts";
import { listMissingPlaces } from "../demo-place-list.ts";
import { loadDemoPlace } from "../demo-places.ts";
import { loadDemo } from "../demo.ts";
import { withSession } from "../session.ts";

export const demoLoadCommand = defineCommand({
  examples: [["jingzhun demo load --data ./试用", { zh: "另建一个试用库", en: "into a folder of its own" }]],
  input: NoInput,
  run: (_input, context) =>
    withSession(context, async (session) => {
      if (!(await mayHoldDemo(session))) throw cliProblems["cli.not-a-demo"]();
      const loaded = await loadDemo(session, context.progress);
      for (const place of await listMissingPlaces(session))
        await loadDemoPlace(session, context.progress, place);
      const accounts = demoAccounts.map(({ login, role, areaCodes }) => ({ login, role, areaCodes }));
      return {
        json: { ...loaded, accounts, password: demoPassword },
        lines: [
          `${loaded.households} 户 households，${loaded.persons} 人 persons，${loaded.year}年`,
          `账号 accounts: ${accounts.map(({ login }) => login).join(", ")}；密码 password: ${demoPassword}`,
        ],
      };
    }),
});
