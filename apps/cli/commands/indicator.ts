/** `indicator`: one published figure with both parts, as-of, snapshot and formula. */
import { z } from "zod";
import { getIndicator } from "../../../domain/verdicts/figures/figure.service.ts";
import { defineCommand } from "../command.ts";
import { AreaOption, YearOption, yearWords } from "../command-input.ts";
import { withSession } from "../session.ts";
import { indicatorAnswer } from "../indicator-answer.ts";
import { targetsAnswer } from "../targets-answer.ts";

export const indicatorCommand = defineCommand({
  argument: {
    name: "<id>",
    about: { zh: "指标，如 headcount", en: "headcount, incidence, exit-rate, helper-coverage, targets" },
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
        if (input.id === "targets") return targetsAnswer(work, input.area, input.year);
        return indicatorAnswer(await getIndicator(work, input.id, input.area, input.year));
      }, input.area),
    ),
});
