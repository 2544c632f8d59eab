/** `evaluate`: facts, rules, verdicts and rollup of an area, county by county, and how each rule came out. */
import { z } from "zod";
import { wholeCountryCode } from "../../../domain/access/system-work.ts";
import type { RuleCount } from "../../../domain/verdicts/figures/figure.contract.ts";
import { getAreaFigures } from "../../../domain/verdicts/figures/figure.service.ts";
import { readPolicies } from "../../../domain/verdicts/policy/policy-files.ts";
import { verdictProblems } from "../../../domain/verdicts/verdict.problems.ts";
import { defineCommand } from "../command.ts";
import { AreaOption, YearOption, areaWords, yearWords } from "../command-input.ts";
import { evaluateArea } from "../evaluate-area.ts";
import { withSession } from "../session.ts";

export const evaluateCommand = defineCommand({
  options: [
    ["--area <code>", areaWords],
    ["--year <year>", yearWords],
    [
      "--policy <id>",
      { zh: "只列出这条规则、这组规则或这个标准", en: "list this rule, group of rules or standard only" },
    ],
  ],
  examples: [
    [
      "jingzhun evaluate --area 411702 --year 2018",
      { zh: "判定驿城区2018年台账", en: "judge the 2018 book of a county" },
    ],
    [
      "jingzhun evaluate --policy exit.household --json",
      { zh: "只看脱贫标准", en: "the exit criteria only" },
    ],
  ],
  input: z.strictObject({
    area: AreaOption.default(wholeCountryCode),
    year: YearOption.optional(),
    policy: z.string().optional(),
  }),
  run: (input, context) =>
    withSession(context, async (session) => {
      const chosen = chooseRules(input.policy);
      const began = performance.now();
      const evaluated = await evaluateArea(session, context.progress, input.area, input.year);
      const seconds = Math.round(performance.now() - began) / 1000;
      const figures = await session.work(
        (work) => getAreaFigures(work, input.area, evaluated.year),
        input.area,
      );
      const rules = figures.rules.filter(({ id }) => chosen(id));
      const { households, persons, year } = evaluated;
      return {
        json: { year, households, persons, rules: rules.map(presentRule), seconds },
        lines: [
          `${year}年 ${households} 户 households，${persons} 人 persons，${seconds} 秒 seconds`,
          "达标 pass / 未达标 fail / 待核实 unknown / 不适用 not applicable",
          ...rules.flatMap(linesOf),
        ],
      };
    }),
});

/** @throws Problem verdict.unknown-rule when neither a rule, a group of rules nor a standard has this name */
function chooseRules(policy: string | undefined): (id: string) => boolean {
  if (policy === undefined) return () => true;
  const { rules, standards } = readPolicies();
  const ofStandard = new Set(standards.find((standard) => standard.id === policy)?.rules);
  const isChosen = (id: string) => id === policy || id.startsWith(`${policy}.`) || ofStandard.has(id);
  if (!rules.some(({ rule }) => isChosen(rule.id)))
    throw verdictProblems["verdict.unknown-rule"]({ id: policy });
  return isChosen;
}

function presentRule({ id, pass, fail, unknown, notApplicable }: RuleCount) {
  return { id, pass, fail, unknown, notApplicable };
}

/** The title first: an officer knows the rule by its words, the id is for the next command. */
function linesOf({ id, title, unit, standard, ...counts }: RuleCount): string[] {
  const { pass, fail, unknown, notApplicable } = counts;
  const counted = unit === "member" ? "人 persons" : "户 households";
  return [
    `  ${title.zh} / ${title.en}${standard ? `［${standard.name.zh} ${standard.name.en}］` : ""}`,
    `      ${pass} / ${fail} / ${unknown} / ${notApplicable} ${counted}  (${id})`,
  ];
}
