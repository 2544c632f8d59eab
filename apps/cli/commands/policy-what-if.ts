/** `policy what-if`: who would change side under a changed line or condition; nothing is written but the record of it. */
import { z } from "zod";
import { fenOf } from "../../../engines/policy/check-literal.ts";
import type { Work } from "../../../domain/access/work.ts";
import { getNewestBookYear } from "../../../domain/verdicts/evaluation/evaluation.service.ts";
import { LineKind } from "../../../domain/verdicts/policy/policy.contract.ts";
import { getPolicyRule } from "../../../domain/verdicts/policy/policy.service.ts";
import type { PolicyChange } from "../../../domain/verdicts/what-if/what-if.contract.ts";
import { tryPolicy } from "../../../domain/verdicts/what-if/what-if.service.ts";
import { cliProblems } from "../cli.problems.ts";
import { defineCommand } from "../command.ts";
import { AreaOption, YearOption, yearWords } from "../command-input.ts";
import { withSession } from "../session.ts";
import { whatIfLines } from "../what-if-lines.ts";

const Input = z
  .strictObject({
    rule: z.string().trim().min(1),
    area: z.string("请给出地区代码\nan area is needed").pipe(AreaOption),
    year: YearOption.optional(),
    line: z
      .string()
      .transform((yuan) => fenOf(yuan))
      .pipe(z.number("应为金额，以元为单位，最多两位小数\nshould be yuan with two decimals at most").min(0))
      .optional(),
    kind: LineKind.optional(),
    when: z.string().trim().min(1).optional(),
  })
  .refine(({ line, when }) => (line === undefined) !== (when === undefined), {
    path: ["line"],
    message: "请在 --line 和 --when 中选一个\ngive either --line or --when",
  });
type Input = z.infer<typeof Input>;

export const policyWhatIfCommand = defineCommand({
  argument: { name: "<rule>", about: { zh: "规则编号", en: "id of the rule" } },
  options: [
    ["--area <code>", { zh: "地区代码，2、4、6、9或12位", en: "area code of 2, 4, 6, 9 or 12 digits" }],
    ["--year <year>", yearWords],
    ["--line <amount>", { zh: "改标准线，元/人·年", en: "another line, yuan a person and year" }],
    [
      "--kind <kind>",
      {
        zh: "poverty 扶贫标准，monitoring 监测标准；省略为规则用到的那条",
        en: "which line; the one that the rule uses when absent",
      },
    ],
    ["--when <text>", { zh: "改规则条件", en: "another condition of the rule" }],
  ],
  examples: [
    [
      "jingzhun policy what-if exit.household.income --area 411702 --year 2018 --line 4000",
      { zh: "标准线改为4000元，谁的判定会变", en: "whose verdict changes with a line of 4000 yuan" },
    ],
    [
      "jingzhun policy what-if exit.household.housing --area 411702 --when \"住房等级 = 'A级'\" --json",
      { zh: "只有A级算安全", en: "only grade A is safe" },
    ],
  ],
  input: Input,
  run: (input, context) =>
    withSession(context, (session) =>
      session.work(async (work) => {
        const year = input.year ?? (await getNewestBookYear(work, input.area));
        const change = await changeOf(work, input);
        const found = await tryPolicy(work, input.rule, { area: input.area, year, change });
        return { json: found, lines: whatIfLines(found) };
      }, input.area),
    ),
});

async function changeOf(work: Work, { rule, line, kind, when }: Input): Promise<PolicyChange> {
  if (line === undefined) return { when: when ?? "" };
  const { lines } = await getPolicyRule(work, rule);
  const [only, another] = lines;
  if (kind === undefined && another)
    throw cliProblems["cli.bad-input"]({
      name: "--kind",
      zh: `这条规则用到几条标准线（${lines.join("、")}），请指明`,
      en: `the rule uses several lines (${lines.join(", ")}): say which one`,
    });
  return { line: { kind: kind ?? only ?? "poverty", amount: line } };
}
