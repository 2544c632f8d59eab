/** `indicator`: one published figure with both parts, as-of, snapshot and formula. */
import { z } from "zod";
import { getNewestBookYear } from "../../../domain/verdicts/evaluation.service.ts";
import { type IndicatorValue, getIndicator } from "../../../domain/verdicts/figure.service.ts";
import { defineCommand } from "../command.ts";
import { AreaOption, YearOption, yearWords } from "../command-input.ts";
import { withSession } from "../session.ts";

export const indicatorCommand = defineCommand({
  argument: {
    name: "<id>",
    about: { zh: "指标，如 headcount", en: "headcount, incidence, exit-rate, helper-coverage" },
  },
  options: [
    ["--area <code>", { zh: "地区代码，2、4、6、9或12位", en: "area code of 2, 4, 6, 9 or 12 digits" }],
    ["--year <year>", yearWords],
  ],
  examples: [
    [
      "jingzhun indicator exit-rate --area 411702 --year 2018",
      { zh: "驿城区2018年脱贫率", en: "exit rate of a county" },
    ],
  ],
  input: z.strictObject({
    id: z.string(),
    area: z.string("请给出地区代码\nan area is needed").pipe(AreaOption),
    year: YearOption.optional(),
  }),
  run: (input, context) =>
    withSession(context, (session) =>
      session.work(async (work) => {
        const year = input.year ?? (await getNewestBookYear(work, input.area));
        const found = await getIndicator(work, input.id, input.area, year);
        return { json: jsonOf(found), lines: linesOf(found) };
      }, input.area),
    ),
});

function jsonOf(found: IndicatorValue) {
  const { id, area, year, unit, value, numerator, denominator, asOf, snapshot, formula, missing } = found;
  return { id, area, year, unit, value, numerator, denominator, asOf, snapshot, formula, missing };
}

function linesOf(found: IndicatorValue): string[] {
  const { title, area, year, missing, formula, asOf, snapshot } = found;
  return [
    `${title.zh} ${title.en}（${area} ${year}）: ${shown(found)}`,
    ...(missing ? [missing.zh, missing.en] : []),
    `口径 formula: ${formula.zh} / ${formula.en}`,
    `截至 as of: ${asOf}，快照 snapshot: ${snapshot}`,
  ];
}

const grouped = new Intl.NumberFormat("zh-CN");

/** `3.08 %（96,712 / 3,140,000 人）`, or `96,712 人` for a count. */
function shown({ value, numerator, denominator, unit, partsUnit }: IndicatorValue): string {
  if (unit !== "ratio") return `${grouped.format(numerator)} ${partsUnit}`;
  const whole = denominator === null ? "—" : grouped.format(denominator);
  const percent = value === null ? "—" : `${(value * 100).toFixed(2)} %`;
  return `${percent}（${grouped.format(numerator)} / ${whole} ${partsUnit}）`;
}
