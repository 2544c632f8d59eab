/** A criterion that two standards ask: each keeps its count, and how many households are the same ones stands beside it. */
import { expect, test } from "vitest";
import { aHousehold } from "../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { evaluateCounty } from "./evaluation/evaluation.service.ts";
import type { AreaFigures } from "./figures/figure.contract.ts";

const unsafe = { living: { house_grade: "04", water_safe: true } };
const noHouse = { living: { house_grade: "01", house_structure: "09", water_safe: true } };

async function housingOf(t: TestApi, area: string) {
  const { body } = await t
    .as(await t.aPerson({ areaCode: area, role: "cityReader" }))
    .get<AreaFigures>(`/areas/${area}/figures?year=2018`);
  return body.rules
    .filter(({ id }) => id.endsWith("exit.household.housing"))
    .map(({ id, fail, repeats, failAgain }) => ({ id, fail, repeats, failAgain }))
    .toSorted((a, b) => a.id.localeCompare(b.id));
}

const counted = (fail: number, failHenan: number, again: number | null) => [
  { id: "exit.household.housing", fail, repeats: [], failAgain: again === null ? null : 0 },
  {
    id: "henan.exit.household.housing",
    fail: failHenan,
    repeats: ["exit.household.housing"],
    failAgain: again,
  },
];

test("of the households that fail the province's criterion those that fail the national one, too, are counted, at every level", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      await aHousehold(work, unsafe);
      await aHousehold(work, { ...unsafe, areaCode: "411702100201" });
      await aHousehold(work, noHouse);
      await evaluateCounty(work, "411702", 2018);
    });
    expect(await housingOf(t, "411702000000")).toEqual(counted(2, 3, 2));
    expect(await housingOf(t, "411702100200")).toEqual(counted(1, 2, 1));
    expect(await housingOf(t, "411700000000")).toEqual(counted(2, 3, 2));
  }));

test("what an older evaluation did not count is not taken for zero", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      await aHousehold(work, unsafe);
      await evaluateCounty(work, "411702", 2018);
      await work.tx.updateTable("verdicts.rollup").set({ fail_again: null }).execute();
    });
    expect(await housingOf(t, "411702000000")).toEqual(counted(1, 1, null));
  }));
