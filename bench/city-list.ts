/**
 * The list of a whole city under filters that name a rule or a period, as its reader asks for it: one filter anew and the page
 * after it, on the server, without a browser.
 */
import { systemWork } from "../domain/access/system-work.ts";
import type { Work } from "../domain/access/work.ts";
import { type HouseholdPageOf, HouseholdSearch } from "../domain/verdicts/list/household-list.contract.ts";
import { searchHouseholds } from "../domain/verdicts/list/household-list.service.ts";
import { type Bench, withBench } from "./bench.ts";
import { measure } from "./cpu.ts";
import { city } from "./dataset.ts";
import { evaluateStep } from "./evaluate.ts";
import { identify } from "./identify.ts";
import { loadSteps } from "./load-steps.ts";
import { type StepResult, stepOf, withCalls } from "./step.ts";

type Question = Omit<HouseholdSearch, "limit" | "after">;

const outcomes = ["fail", "unknown", "pass", "notApplicable"] as const;
const causes = ["01", "02", "03", "07", "08", "09", "11"];
const periods = ["period.monitoring.help", "period.monitoring.development", "period.monitoring.half-year"];
const states = ["over", "now", "unknown"] as const;
const repeats = 3;

export function runCityListBench(households: number, report: (step: StepResult) => void): Promise<void> {
  return withBench(households, report, async (bench) => {
    await loadSteps(bench);
    await identify(bench);
    await evaluateStep(bench);
    const rules = { household: await rulesOf(bench, "household"), member: await rulesOf(bench, "member") };
    await timed(bench, "list-rule", questionsOf(rules.household));
    await timed(bench, "list-member", questionsOf(rules.member));
    await timed(bench, "list-period", periodQuestions);
  });
}

async function rulesOf({ owner, dataset }: Bench, unit: string): Promise<string[]> {
  const result = await owner.query<{ id: string }>(
    `select id from verdicts.rule r where unit = $1 and verdicts.rule_holds(r, $2, $3) order by ordinal`,
    [unit, dataset.counties[0], dataset.year],
  );
  return result.rows.map(({ id }) => id);
}

/** Each rule alone, and beside a filter that few households of it meet. */
function questionsOf(rules: readonly string[]): Question[] {
  return rules.flatMap((id, at) => {
    const rule = { id, outcome: outcomes[at % outcomes.length] ?? "fail" };
    const cause = [causes[at % causes.length] ?? "01"];
    return [
      { rule },
      { rule: { id, outcome: "fail" as const }, cause, exitFailed: "one" as const, helped: false },
    ];
  });
}

const periodQuestions: Question[] = periods.flatMap((id) =>
  states.flatMap((state) => [
    { period: { id, state } },
    { period: { id, state }, cause: ["02"], exitOutcome: "fail" as const, poorVillage: true },
  ]),
);

/** Every question with its first page and its second one; reports also how many answers are not exact. */
async function timed(bench: Bench, step: string, questions: readonly Question[]): Promise<void> {
  const { dataset, postmaster, report } = bench;
  const milliseconds: number[] = [];
  let inexact = 0;
  const ask = async (question: Question, after?: HouseholdPageOf["next"]): Promise<HouseholdPageOf> => {
    const search = HouseholdSearch.parse({ year: dataset.year, ...question, ...(after && { after }) });
    const started = performance.now();
    const page = await asReader(bench, (work) => searchHouseholds(work, city, search));
    milliseconds.push(performance.now() - started);
    if (page.totalIsLeast) inexact += 1;
    return page;
  };
  const all = async (): Promise<void> => {
    for (const question of questions) {
      const { next } = await ask(question);
      if (next) await ask(question, next);
    }
  };
  await all();
  milliseconds.length = 0;
  inexact = 0;
  const usage = await measure([postmaster], async () => {
    for (let n = 0; n < repeats; n++) await all();
  });
  report({ ...withCalls(stepOf(step, dataset.households, usage), milliseconds), inexact });
}

function asReader<T>({ app }: Bench, use: (work: Work) => Promise<T>): Promise<T> {
  return systemWork(app, city, new Date("2018-11-20T00:00:00Z"), use);
}
