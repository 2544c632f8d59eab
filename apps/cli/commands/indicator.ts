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
        const { title: _title, households: _households, ...json } = found;
        return { json, lines: linesOf(found) };
      }, input.area),
    ),
});

const partWords = { 人: "人 persons", 户: "户 households", 村: "村 villages" } as const;

function linesOf(found: IndicatorValue): string[] {
  const { title, area, year, value, numerator, denominator, formula } = found;
  const parts = denominator === null ? String(numerator) : `${numerator} / ${denominator}`;
  return [
    `${title.zh} ${title.en}（${area} ${year}）: ${value ?? "—"}  (${parts} ${partWords[found.partUnit]})`,
    ...(found.missing ? [found.missing.zh, found.missing.en] : []),
    ...(found.staleReason ? [found.staleReason.zh, found.staleReason.en] : []),
    `口径 formula: ${formula.zh} / ${formula.en}`,
    `截至 as of: ${found.asOf}，快照 snapshot: ${found.snapshot}，政策版本 policy version: ${found.policyVersion ?? "—"}`,
  ];
}
