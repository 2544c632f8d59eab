/** Who has a helper and who is monitored: whom nobody said anything of is counted neither way, through HTTP. */
import { expect, test } from "vitest";
import { type WantedHousehold, aHousehold } from "../../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../../test/api.ts";
import type { Client } from "../../../test/client.ts";
import { newId } from "../../../platform/id.ts";
import type { Work } from "../../access/work.ts";
import type { Household } from "../../registry/household.contract.ts";
import type { Today } from "../../today/today.contract.ts";
import { evaluateCounty } from "../evaluation/evaluation.service.ts";
import type { HouseholdPageOf } from "../list/household-list.contract.ts";
import type { AreaFigures, Figure } from "./figure.contract.ts";
import type { Rank } from "./rank.contract.ts";
import type { SeriesOfArea } from "./series.contract.ts";

const county = "411702000000";

async function withHelper(work: Work): Promise<string> {
  const { householdId, county: code } = await aHousehold(work);
  const id = newId(work.now);
  const helper = { county_code: code, id, name: "李建国", created_at: work.now };
  await work.tx.insertInto("registry.helper").values(helper).execute();
  const key = { county_code: code, area_code: "411702100200", household_id: householdId, helper_id: id };
  await work.tx
    .insertInto("registry.helper_assignment")
    .values({ ...key, started_on: "2018-01-01" })
    .execute();
  return householdId;
}

/** One with a helper, one without, and others of whom nobody said. */
async function build(work: Work, others: WantedHousehold[]): Promise<string[]> {
  const ids = [await withHelper(work)];
  for (const one of [{ book: { no_helper: true } }, ...others])
    ids.push((await aHousehold(work, one)).householdId);
  await evaluateCounty(work, "411702", 2018);
  return ids;
}

async function figuresOf(officer: Client): Promise<AreaFigures & { coverage: Figure | undefined }> {
  const { body } = await officer.get<AreaFigures>(`/areas/${county}/figures?year=2018`);
  return { ...body, coverage: body.figures.find(({ id }) => id === "helper-coverage") };
}

async function countOf(officer: Client, wanted: object): Promise<number> {
  const url = `/areas/${county}/households/search`;
  return (await officer.post<HouseholdPageOf>(url, { year: 2018, ...wanted })).body.total;
}

async function countsOf(officer: Client, filter: "helped" | "monitored"): Promise<number[]> {
  const counts = [];
  for (const said of [true, false, "unknown"]) counts.push(await countOf(officer, { [filter]: said }));
  return counts;
}

const asOfficer = async (t: TestApi): Promise<Client> => t.as(await t.aPerson());

test("the rate of helpers is of those on record, and every count opens to as many rows", () =>
  rolledBack(async (t) => {
    const ids = await t.asSystem((work) => build(work, [{}, { monitoring: { category: "01" } }]));
    const officer = await asOfficer(t);
    const { counts, coverage, rules } = await figuresOf(officer);
    expect(coverage).toMatchObject({
      value: 0.5,
      numerator: 1,
      denominator: 2,
      notOnRecord: 2,
      missing: null,
    });
    expect(counts).toMatchObject({ households: 4, helpedHouseholds: 1, unhelpedHouseholds: 1 });
    const rule = rules.find(({ id }) => id === "quality.household.helper");
    expect(rule).toMatchObject({ pass: 1, fail: 1, unknown: 2 });
    expect(await countsOf(officer, "helped")).toEqual([1, 1, 2]);
    const { body: today } = await officer.get<Today>("/today");
    expect(today.withoutHelper).toEqual({ count: 1, households: 4 });
    const known = [];
    for (const id of ids) {
      const url = `/counties/411702/households/${id}?year=2018`;
      known.push((await officer.get<Household>(url)).body.helpersKnown);
    }
    expect(known).toEqual([true, true, false, false]);
  }));

test("where nobody is on record there is no rate, no rank and no point, and the reason says so", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      for (let n = 0; n < 31; n++) await aHousehold(work);
      await evaluateCounty(work, "411702", 2018);
    });
    const officer = await asOfficer(t);
    const { coverage } = await figuresOf(officer);
    expect(coverage).toMatchObject({ value: null, numerator: 0, notOnRecord: 31 });
    const isUnrecorded = expect.stringContaining("没有登记帮扶责任人");
    expect(coverage?.missing?.zh).toEqual(isUnrecorded);
    const ranked = `/areas/${county}/rank?year=2018&indicator=helper-coverage&among=children`;
    const { places } = (await officer.get<Rank>(ranked)).body;
    expect(places.find(({ households }) => households === 31)).toMatchObject({
      rank: null,
      notRanked: { zh: isUnrecorded },
    });
    const { series } = (await officer.get<SeriesOfArea>(`/areas/${county}/series`)).body;
    expect(series.map(({ indicator }) => indicator)).not.toContain("helper-coverage");
  }));

test("who is monitored, who is not and who is not on record are told apart", () =>
  rolledBack(async (t) => {
    const monitoring = [
      { category: "01" },
      { category: "01", eliminated: true },
      { not_monitored: true },
      { help_health: "参加大病保险" },
    ];
    await t.asSystem((work) =>
      build(
        work,
        monitoring.map((one) => ({ monitoring: one })),
      ),
    );
    const officer = await asOfficer(t);
    const { counts } = await figuresOf(officer);
    expect(counts).toMatchObject({ households: 6, monitoredHouseholds: 1, unmonitoredHouseholds: 2 });
    expect(await countsOf(officer, "monitored")).toEqual([1, 2, 3]);
  }));
