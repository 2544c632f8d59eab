/** `explain`: why a household may or may not exit, and what else was found; names stay masked. */
import { z } from "zod";
import { wholeCountryCode } from "../../../domain/access/system-work.ts";
import type { HouseholdVerdicts, RuleVerdict } from "../../../domain/verdicts/verdict.contract.ts";
import { explainByRegisterNo } from "../../../domain/verdicts/household-number.service.ts";
import { defineCommand } from "../command.ts";
import { AreaOption, YearOption, yearWords } from "../command-input.ts";
import { withSession } from "../session.ts";

export const explainCommand = defineCommand({
  argument: { name: "<household-no>", about: { zh: "户编号", en: "household number" } },
  options: [
    [
      "--area <code>",
      { zh: "户编号在几个县都有时，指明是哪个县", en: "which county, when several have this number" },
    ],
    ["--year <year>", yearWords],
  ],
  examples: [
    ["jingzhun explain 41170200001", { zh: "这户为什么不能脱贫", en: "why this household may not exit" }],
    [
      "jingzhun explain 0000000001 --area 411702",
      { zh: "驿城区的这一户", en: "the household of that county" },
    ],
  ],
  input: z.strictObject({
    householdNo: z.string().trim().min(1),
    area: AreaOption.default(wholeCountryCode),
    year: YearOption.optional(),
  }),
  run: (input, context) =>
    withSession(context, async (session) => {
      const found = await session.work(
        (work) => explainByRegisterNo(work, input.householdNo, input.year),
        input.area,
      );
      const verdicts = found.verdicts.map(promised);
      const missing = [...new Set(verdicts.flatMap((verdict) => verdict.missing))];
      return { json: { outcome: found.exit.outcome, missing, ...found, verdicts }, lines: linesOf(found) };
    }),
});

type PromisedFact = Omit<RuleVerdict["facts"][number], "term" | "shown"> & { term: string; shown: string };
type PromisedVerdict = Omit<RuleVerdict, "repeats" | "missing" | "facts"> & {
  missing: string[];
  facts: PromisedFact[];
};

/** The document keeps the keys that it was promised with, and the Chinese terms and values, by which scripts know a fact. */
export function promised(verdict: RuleVerdict): PromisedVerdict {
  const { repeats: _, missing, facts, ...kept } = verdict;
  return {
    ...kept,
    missing: missing.map(({ zh }) => zh),
    facts: facts.map((fact) => ({ ...fact, term: fact.term.zh, shown: fact.shown.zh })),
  };
}

const marks = { pass: "✓", fail: "✗", unknown: "?", notApplicable: "–" } as const;

/** Criteria of the standards first, with every outcome; of the other rules only what needs somebody's attention. */
function linesOf(found: HouseholdVerdicts): string[] {
  const criteria = found.verdicts.filter((verdict) => verdict.standard !== null);
  const others = found.verdicts.filter((verdict) => verdict.standard === null && verdict.outcome === "fail");
  return [
    `${found.registerNo} ${found.year}年：${found.exit.sentence.zh}`,
    found.exit.sentence.en,
    ...found.exit.standards.flatMap(({ id, title }) => [
      `${title.zh} ${title.en}`,
      ...criteria.filter(({ standard }) => standard?.id === id).flatMap(lineOf),
    ]),
    ...(others.length > 0 ? ["其他发现 Other findings:"] : []),
    ...others.flatMap(lineOf),
  ];
}

function lineOf(verdict: RuleVerdict): string[] {
  const member = verdict.maskedMember === null ? "" : `${verdict.maskedMember}：`;
  return [`  ${marks[verdict.outcome]} ${member}${verdict.sentence.zh}`, `      ${verdict.sentence.en}`];
}
