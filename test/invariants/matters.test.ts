/** How many matters keep a household from exiting: the database, the program and the household's page count the same. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { failedMattersOf } from "../../apps/web/pages/household/criteria-met.ts";
import type { Work } from "../../domain/access/work.ts";
import { evaluateCounty } from "../../domain/verdicts/evaluation/evaluation.service.ts";
import { listFailedRules } from "../../domain/verdicts/failed-rule.service.ts";
import type { AreaFigures } from "../../domain/verdicts/figures/figure.contract.ts";
import { explainHousehold, refreshHousehold } from "../../domain/verdicts/verdict.service.ts";
import { isExitCriterion } from "../../engines/policy/exit-criterion.ts";
import { type BuiltHousehold, type WantedHousehold, aHousehold } from "../a-household.ts";
import { type TestApi, rolledBack } from "../api.ts";

const households = 40;

/** The same numbers every time. @see Park and Miller, Random number generators, 1988 */
function randomly(seed: number): <T>(of: readonly T[]) => T | null {
  let state = seed;
  return (of) => {
    state = (state * 48_271) % 2_147_483_647;
    return of[state % of.length] ?? null;
  };
}

/** Each fact that the criteria of Henan and Guangxi read, met, failed or empty. */
function anyHousehold(pick: ReturnType<typeof randomly>): Omit<WantedHousehold, "areaCode" | "year"> {
  const check = ["01", "01", "02", null] as const;
  const amount = [0, 0, 50_000, 900_000] as const;
  return {
    book: { exit_status: pick(["0", "0", "2", "3", "1"]) ?? "0" },
    income: {
      wage: pick(amount),
      production: pick([0, 0, 900_000]),
      production_cost: 0,
      pension: pick([0, 40_000]),
    },
    living: {
      house_grade: pick(["01", "02", "04", "05", null]),
      house_structure: pick(["01", "03", "09", null]),
      house_area: pick([10, 40, 120]),
      house_safety: pick(["01", "04", null, null]),
      dangerous_house: pick([true, false, null]),
      water_safe: pick([true, true, false, null]),
      living_power: pick([true, true, false]),
      television: pick([true, true, false]),
      farmland: pick([0, 0, 5]),
      forest: pick([0, 0, 9]),
    },
    guarantee: {
      food: pick(check),
      clothing: pick(check),
      education: pick(check),
      medical: pick(check),
      housing: pick(check),
      water: pick(check),
    },
    members: [
      {
        inYear: {
          labour: pick(["01", "03", "03"]),
          minimum_living: pick([true, false, false]),
          birth_year: pick([1960, 1985]),
        },
      },
      child(pick),
    ],
  };
}

function child(pick: ReturnType<typeof randomly>) {
  return {
    inYear: { minimum_living: false, birth_year: pick([2006, 2016]), school: pick(["01", "03", "03"]) },
  };
}

/** By household, as the database counts them over the verdicts. */
async function countedByDatabase(work: Work, county: string, year: number): Promise<Map<string, number>> {
  const { rows: expressions } = await sql<{ failed: string }>`
    select verdicts.exit_failed_expression(${county}, ${year}) as failed`.execute(work.tx);
  const { rows } = await sql<{ id: string; matters: number }>`
    select v.household_id as id, ${sql.raw(expressions[0]?.failed ?? "")} as matters
    from verdicts.verdict v where v.county_code = ${county} and v.year = ${year}`.execute(work.tx);
  return new Map(rows.map(({ id, matters }) => [id, matters]));
}

async function bitsOf(work: Work, county: string) {
  return (
    await sql`select filter, code, bits::text from verdicts.list_bits
      where county_code = ${county} and filter = 'exitFailed' and bits::text like '%1%' order by code`.execute(
      work.tx,
    )
  ).rows;
}

async function figuresOf(t: TestApi, area: string, year: number): Promise<AreaFigures> {
  const reader = t.as(await t.aPerson({ areaCode: area }));
  return (await reader.get<AreaFigures>(`/areas/${area}/figures?year=${year}`)).body;
}

const places = [
  ["Henan 2018", "411702100200", 2018],
  ["Henan 2019, with water", "411702100200", 2019],
  ["Guangxi 2016", "451022100200", 2016],
  ["Guangxi 2017", "451022100200", 2017],
] as const;

test.each(places)("%s: everywhere the same number of matters", (_, areaCode, year) =>
  rolledBack(async (t) => {
    const county = areaCode.slice(0, 6);
    const pick = randomly(year);
    const seen = new Map<string, number>();
    const again = new Map<string, number>();
    await t.asSystem(async (work) => {
      const books: BuiltHousehold[] = [];
      for (let n = 0; n < households; n++)
        books.push(await aHousehold(work, { ...anyHousehold(pick), areaCode, year }));
      await evaluateCounty(work, county, year);
      const counted = await countedByDatabase(work, county, year);
      const failed = await listFailedRules(
        work,
        year,
        books.map(({ householdId: id }) => ({ countyCode: county, id })),
      );
      for (const { householdId } of books) {
        const { exit, verdicts } = await explainHousehold(work, { county, householdId, year });
        const matters = failedMattersOf(verdicts);
        const cards = (failed.get(householdId) ?? []).filter(isExitCriterion);
        const named = exit.sentence.en.split("Not met: ")[1]?.split(". To verify")[0]?.split("; ") ?? [];
        expect([counted.get(householdId), cards.length, named.length], exit.sentence.zh).toEqual([
          matters,
          matters,
          matters,
        ]);
        seen.set(householdId, matters);
        for (const { ruleId, outcome, repeats } of verdicts)
          if (repeats.length > 0 && outcome === "fail" && !cards.some(({ id }) => id === ruleId))
            again.set(ruleId, (again.get(ruleId) ?? 0) + 1);
      }
      const bits = await bitsOf(work, county);
      for (const { householdId } of books) await refreshHousehold(work, { county, householdId, year });
      expect(await bitsOf(work, county)).toEqual(bits);
    });
    const numbers = [...seen.values()];
    expect(numbers.some((n) => n === 1) && numbers.some((n) => n > 1)).toBe(true);
    const { counts, rules } = await figuresOf(t, `${county}000000`, year);
    expect(counts?.exitFailOne).toBe(numbers.filter((n) => n === 1).length);
    expect(counts?.exitFail).toBe(numbers.filter((n) => n > 0).length);
    const countedAgain = rules.filter(({ failAgain }) => (failAgain ?? 0) > 0);
    expect(new Map(countedAgain.map(({ id, failAgain }) => [id, failAgain]))).toEqual(again);
    expect(again.size).toBeGreaterThan(0);
  }),
);

test("a house of its own that only the province asks for is a second matter beside unsafe water", () =>
  rolledBack(async (t) => {
    const areaCode = "411702100200";
    const isBad = { water_safe: false, house_grade: "01", house_structure: "09" };
    const met = { food: "01", clothing: "01", medical: "01", housing: "01", education: "01" };
    const sentence = await t.asSystem(async (work) => {
      const income = { wage: 5_000_000, production: 0, production_cost: 0 };
      const wanted = { areaCode, year: 2019, income, guarantee: met, living: isBad };
      const { county, householdId, year } = await aHousehold(work, wanted);
      await evaluateCounty(work, county, year);
      return (await explainHousehold(work, { county, householdId, year })).exit.sentence.zh;
    });
    expect(sentence).toContain("饮水安全有保障（国家标准）、有自有住房且无危房（河南省标准）");
    const reader = t.as(await t.aPerson({ areaCode: "411702000000" }));
    const rowsOf = async (exitFailed: string) =>
      (
        await reader.post<{ total: number }>("/areas/411702000000/households/search", {
          year: 2019,
          exitFailed,
        })
      ).body.total;
    expect([await rowsOf("one"), await rowsOf("more")]).toEqual([0, 1]);
  }));

test("a source of income that only the province asks for is a second matter beside food", () =>
  rolledBack(async (t) => {
    const sentence = await t.asSystem(async (work) => {
      const { county, householdId, year } = await aHousehold(work, {
        areaCode: "451022100200",
        year: 2017,
        guarantee: { food: "02", clothing: "01" },
        members: [{ inYear: { labour: "03", minimum_living: false } }],
      });
      await evaluateCounty(work, county, year);
      return (await explainHousehold(work, { county, householdId, year })).exit.sentence.zh;
    });
    expect(sentence).toContain("不愁吃（国家标准）、有收入来源且不愁吃穿（广西标准）");
  }));
