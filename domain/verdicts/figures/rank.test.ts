/** Ranks through HTTP: siblings where the scope allows, ties, too small bases, and the reason in one sentence. */
import { expect, test } from "vitest";
import { aHousehold } from "../../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../../test/api.ts";
import { evaluateCounty } from "../evaluation/evaluation.service.ts";
import type { AreaFigures } from "./figure.contract.ts";
import type { HouseholdPageOf } from "../list/household-list.contract.ts";
import type { Rank, RankedPlace } from "./rank.contract.ts";
import { ranksOf } from "./rank-order.ts";

const [worse, better, small] = ["411702100000", "411702101000", "411702102000"] as const;

const hasBook = (place: RankedPlace): boolean => place.households > 0;

/** `lifted` and `unsafe` of `count` households; the unsafe ones live in a house of grade D. */
async function fill(
  t: TestApi,
  town: string,
  { count, lifted, unsafe }: { count: number; lifted: number; unsafe: number },
): Promise<void> {
  await t.asSystem(async (work) => {
    for (let index = 0; index < count; index++) {
      await aHousehold(work, {
        areaCode: `${town.slice(0, 9)}200`,
        book: { exit_status: index < lifted ? "1" : "0" },
        living: {
          house_grade: index < count - unsafe ? "02" : "05",
          dangerous_house: index >= count - unsafe,
        },
      });
    }
  });
}

async function threeTowns(t: TestApi): Promise<void> {
  await fill(t, worse, { count: 40, lifted: 4, unsafe: 12 });
  await fill(t, better, { count: 40, lifted: 8, unsafe: 1 });
  await fill(t, small, { count: 5, lifted: 5, unsafe: 0 });
  await t.asSystem((work) => evaluateCounty(work, "411702", 2018));
}

test("a township stands among the townships of its county, with both parts, and the rule says why", () =>
  rolledBack(async (t) => {
    await threeTowns(t);
    const officer = t.as(await t.aPerson());
    const { status, body } = await officer.get<Rank>(`/areas/${worse}/rank?year=2018&indicator=exit-rate`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ among: "siblings", parent: { code: "411702000000", name: "驿城区" } });
    expect(
      body.places
        .filter(hasBook)
        .map(({ code, own, rank, numerator, denominator }) => [code, own, rank, numerator, denominator]),
    ).toEqual([
      [better, false, 1, 8, 40],
      [worse, true, 2, 4, 40],
      [small, false, null, 5, 5],
    ]);
    expect(body.places[1]?.reason?.zh).toMatch(
      /“.*房.*”未达标12户，占已判定36户的33\.3%；其他同级合计1 \/ 32户，占3\.1%/,
    );
    // 21 townships are siblings, with or without a book.
    expect(body.places).toHaveLength(21);
    expect(body.places[20]).toMatchObject({ households: 0, rank: null });
    expect(body.places[20]?.notRanked?.zh).toBe("未排：没有2018年评估过的台账");
    const smallTown = body.places.find((place) => place.code === small);
    expect(smallTown?.notRanked?.zh).toBe("未排：在册5户，不足30户");
    expect(body.asOf).not.toBeNull();
  }));

test("a county that may not see its city ranks its own townships; a city reader ranks counties", () =>
  rolledBack(async (t) => {
    await threeTowns(t);
    const officer = t.as(await t.aPerson());
    const own = (await officer.get<Rank>("/areas/411702000000/rank?year=2018&indicator=exit-rate")).body;
    expect([own.among, own.parent.code, own.places.filter(hasBook).length]).toEqual([
      "children",
      "411702000000",
      3,
    ]);
    const reader = t.as(await t.aPerson({ role: "cityReader", areaCode: "411700000000" }));
    const seen = (await reader.get<Rank>("/areas/411702000000/rank?year=2018&indicator=exit-rate")).body;
    expect([seen.among, seen.parent.code]).toEqual(["siblings", "411700000000"]);
    expect(seen.places.filter(hasBook).map(({ code, own: isOwn, rank }) => [code, isOwn, rank])).toEqual([
      ["411702000000", true, 1],
    ]);
    const under = (await reader.get<Rank>("/areas/411702000000/rank?year=2018&among=children")).body;
    expect([under.among, under.places.filter(hasBook).length]).toEqual(["children", 3]);
    const clerk = t.as(await t.aPerson({ role: "townshipClerk", areaCode: worse }));
    const below = (await clerk.get<Rank>(`/areas/${worse}/rank?year=2018&indicator=exit-rate`)).body;
    expect(below).toMatchObject({ among: "children", parent: { code: worse } });
    expect((await clerk.get(`/areas/${better}/rank?year=2018`)).status).toBe(404);
  }));

test("without a published rural population no place has an incidence, and each says so", () =>
  rolledBack(async (t) => {
    await threeTowns(t);
    const officer = t.as(await t.aPerson());
    const { body } = await officer.get<Rank>(`/areas/${worse}/rank?year=2018&indicator=incidence`);
    expect(body.indicator).toBe("incidence");
    const town = body.places.find((place) => place.code === worse);
    expect(town).toMatchObject({ denominator: null, rank: null, reason: null });
    expect(town?.notRanked?.zh).toContain("乡村人口");
    // Unasked, the first indicator that says something.
    expect((await officer.get<Rank>(`/areas/${worse}/rank?year=2018`)).body.indicator).toBe("exit-rate");
  }));

test("in a year without an exit standard no rule is named as the reason, also none of risk elimination", () =>
  rolledBack(async (t) => {
    const inYear = async (town: string, lifted: number, eliminated: boolean) => {
      await t.asSystem(async (work) => {
        for (let index = 0; index < 32; index++) {
          await aHousehold(work, {
            areaCode: `${town.slice(0, 9)}200`,
            year: 2022,
            book: { exit_status: index < lifted ? "1" : "0" },
            monitoring: {
              category: "01",
              identified_month: 202101,
              risks: ["01"],
              eliminated,
              eliminated_month: eliminated ? 202205 : null,
              elimination_way: eliminated ? "01" : null,
            },
            living: { house_grade: eliminated ? "02" : "05", water_safe: eliminated },
          });
        }
      });
    };
    await inYear(worse, 4, false);
    await inYear(better, 8, true);
    await t.asSystem((work) => evaluateCounty(work, "411702", 2022));
    const officer = t.as(await t.aPerson());
    const { places } = (await officer.get<Rank>(`/areas/${worse}/rank?year=2022&indicator=exit-rate`)).body;
    expect(places.filter(hasBook).map(({ rank, reason }) => [rank, reason])).toEqual([
      [1, null],
      [2, null],
    ]);
  }));

test("equal ratios share a rank whatever their parts", () => {
  const parts = ([numerator, denominator]: [number, number]) => ({ numerator, denominator });
  const ratios = [parts([1, 3]), parts([2, 6]), parts([1, 2]), parts([0, 9])];
  expect(ranksOf(ratios, "high")).toEqual([2, 2, 1, 4]);
  expect(ranksOf(ratios, "low")).toEqual([2, 2, 4, 1]);
});

test("households that fail one criterion and households with findings are counted for each place", () =>
  rolledBack(async (t) => {
    await fill(t, worse, { count: 3, lifted: 1, unsafe: 1 });
    await t.asSystem((work) => evaluateCounty(work, "411702", 2018));
    const officer = t.as(await t.aPerson());
    const { counts } = (await officer.get<AreaFigures>(`/areas/${worse}/figures?year=2018`)).body;
    // The unsafe house fails a criterion of both standards, which is one matter.
    expect(counts).toMatchObject({ exitPass: 0, exitFail: 1, exitFailOne: 1, exitUnknown: 1 });
    const rowsOf = async (search: object) => {
      const url = `/areas/${worse}/households/search`;
      return (await officer.post<HouseholdPageOf>(url, { year: 2018, ...search })).body.total;
    };
    // Each count opens to as many rows.
    expect(await rowsOf({ exitFailed: "one" })).toBe(1);
    expect(await rowsOf({ exitFailed: "more" })).toBe(0);
    expect(counts?.findingHouseholds).toBeGreaterThan(0);
    expect(await rowsOf({ finding: true })).toBe(counts?.findingHouseholds);
    expect(await rowsOf({ finding: false })).toBe(3 - (counts?.findingHouseholds ?? 0));
  }));

test("an indicator that nobody ranks by is named with those that may be", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const { body } = await officer.get("/areas/411702000000/rank?year=2018&indicator=headcount");
    expect(body.code).toBe("verdict.unknown-indicator");
    expect(body.zh).toContain("exit-rate");
  }));
