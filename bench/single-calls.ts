/** Steps that are single calls: a household with its verdicts, an edit, a page of the list, a search by name. */
import { systemWork, wholeCountryCode } from "../domain/access/system-work.ts";
import type { Work } from "../domain/access/work.ts";
import { HouseholdSearch } from "../domain/verdicts/list/household-list.contract.ts";
import { searchHouseholds } from "../domain/verdicts/list/household-list.service.ts";
import { explainHousehold, refreshHousehold } from "../domain/verdicts/verdict.service.ts";
import { measure } from "./cpu.ts";
import type { Bench } from "./bench.ts";
import { stepOf, withCalls } from "./step.ts";

const calls = 200;
const now = new Date("2018-11-20T00:00:00Z");

export async function singleCalls(bench: Bench): Promise<void> {
  const books = await someBooks(bench);
  const grades = ["02", "03", "04"];
  await timed(bench, "point-read", (work, n) => explainHousehold(work, books(n)));
  await timed(bench, "edit", async (work, n) => {
    const { county, householdId, year } = books(n);
    await work.tx
      .updateTable("registry.living_condition")
      .set({ house_grade: grades[n % grades.length] ?? "02" })
      .where("county_code", "=", county)
      .where("household_id", "=", householdId)
      .where("year", "=", year)
      .execute();
    await refreshHousehold(work, books(n));
  });
  await timed(bench, "list-page", (work, n) => searchHouseholds(work, wholeCountryCode, pages(books(n), n)));
  await timed(bench, "name-search", (work, n) => searchHouseholds(work, wholeCountryCode, names(n)));
}

type Book = { county: string; householdId: string; year: number };

async function someBooks(bench: Bench): Promise<(n: number) => Book> {
  const rows = await bench.owner.query<Book>(
    `select county_code as county, id as "householdId", $1::int as year from registry.household
     tablesample bernoulli (20) repeatable (7) limit 500`,
    [bench.dataset.year],
  );
  return (n) => {
    const book = rows.rows[n % rows.rows.length];
    if (!book) throw new Error("The register is empty");
    return book;
  };
}

function pages({ county, householdId }: Book, n: number): HouseholdSearch {
  const filters: Partial<HouseholdSearch>[] = [
    {},
    { exitStatus: ["0"] },
    { exitStatus: ["0"], cause: ["01"] },
    { exitOutcome: "fail" },
    { rule: { id: "exit.household.housing", outcome: "fail" } },
    { attribute: ["06"] },
  ];
  const after = n % 2 === 0 ? {} : { after: { countyCode: county, id: householdId } };
  return HouseholdSearch.parse({ year: 2018, ...filters[n % filters.length], ...after });
}

function names(n: number): HouseholdSearch {
  const texts = ["王秀英", "单建国", "wxy", "张志强", "N0000000123", "丽梅", "欧阳伟"];
  return HouseholdSearch.parse({ year: 2018, text: texts[n % texts.length] });
}

async function timed(
  bench: Bench,
  step: string,
  call: (work: Work, n: number) => Promise<unknown>,
): Promise<void> {
  const milliseconds: number[] = [];
  const run = async (n: number): Promise<void> => {
    const started = performance.now();
    await systemWork(bench.app, wholeCountryCode, now, (work) => call(work, n));
    milliseconds.push(performance.now() - started);
  };
  for (let n = 0; n < 20; n++) await run(n);
  milliseconds.length = 0;
  const usage = await measure([bench.postmaster], async () => {
    for (let n = 0; n < calls; n++) await run(n);
  });
  bench.report(withCalls(stepOf(step, bench.dataset.households, usage), milliseconds));
}
