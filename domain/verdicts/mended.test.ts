/** Whether issues were mended, through HTTP: an edit mends one, another brings it back, and who may know what of it. */
import { expect, test } from "vitest";
import { type BuiltHousehold, aHousehold } from "../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../test/api.ts";
import type { HouseholdHistory } from "../registry/household-history.contract.ts";
import type { VerdictsAndMended } from "./verdict.contract.ts";

const housing = "exit.household.housing";

function pathOf({ county, householdId }: BuiltHousehold): string {
  return `/counties/${county}/households/${householdId}`;
}

async function mendedOf(t: TestApi, book: BuiltHousehold, as: Parameters<TestApi["aPerson"]>[0] = {}) {
  const reader = t.as(await t.aPerson(as));
  const { status, body } = await reader.get<VerdictsAndMended>(`${pathOf(book)}/books/${book.year}/verdicts`);
  expect(status).toBe(200);
  return body.mended;
}

async function editHouse(t: TestApi, book: BuiltHousehold, version: number, houseGrade: string | null) {
  const officer = t.as(await t.aPerson());
  const edit = { version, livingCondition: { houseGrade } };
  expect((await officer.patch(`${pathOf(book)}/books/${book.year}`, edit)).status).toBe(200);
}

const inGradeC = { living: { house_grade: "04" } };

test("an edit that turns a fail into a met rule is told with when, who, and the field before and after", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, inGradeC));
    expect(await mendedOf(t, book)).toEqual([]);
    await editHouse(t, book, 1, "03");
    const mended = await mendedOf(t, book);
    expect(mended.find(({ ruleId }) => ruleId === housing)).toMatchObject({
      kind: "criterion",
      who: { role: "countyDataOfficer", name: expect.stringMatching(/^测/) },
      changes: [{ field: { zh: "住房等级" }, from: { zh: "C级" }, to: { zh: "B级" } }],
    });
    const officer = t.as(await t.aPerson());
    const { body } = await officer.get<HouseholdHistory>(`${pathOf(book)}/history`);
    expect(body.events[0]?.mended).toContain(housing);
    expect(body.events[0]?.failing).toEqual([]);
  }));

test("what fails again, and what nobody can tell any more, is not mended", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, inGradeC));
    const isMended = async () => (await mendedOf(t, book)).some(({ ruleId }) => ruleId === housing);
    await editHouse(t, book, 1, "03");
    expect(await isMended()).toBe(true);
    await editHouse(t, book, 2, null);
    expect(await isMended()).toBe(false);
    await editHouse(t, book, 3, "04");
    expect(await isMended()).toBe(false);
    const officer = t.as(await t.aPerson());
    const { body } = await officer.get<HouseholdHistory>(`${pathOf(book)}/history`);
    expect(body.events[0]?.failing).toContain(housing);
    await editHouse(t, book, 4, "03");
    expect(await isMended()).toBe(true);
  }));

test("who may not change the household learns the role and no values; nobody elsewhere learns anything", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, inGradeC));
    await editHouse(t, book, 1, "03");
    const [city] = await mendedOf(t, book, { role: "cityReader", areaCode: "411700000000" });
    expect(city).toMatchObject({ who: { role: "countyDataOfficer", name: null }, changes: [], fields: [] });
    const team = await mendedOf(t, book, { role: "villageTeam", areaCode: "411702100200" });
    expect(team.find(({ ruleId }) => ruleId === housing)?.changes).toHaveLength(1);
    const neighbour = t.as(await t.aPerson({ areaCode: "411721000000" }));
    expect((await neighbour.get(`${pathOf(book)}/books/${book.year}/verdicts`)).status).toBe(404);
  }));
