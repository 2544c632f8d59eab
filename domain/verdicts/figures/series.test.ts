/** Figures over the years through HTTP: registered and published points side by side, what is made up says so. */
import { expect, test } from "vitest";
import { aHousehold } from "../../../test/a-household.ts";
import { rolledBack } from "../../../test/api.ts";
import { testDatabase } from "../../../test/database.ts";
import { openDatabase, wholeCountry } from "../../../platform/db/database.ts";
import { evaluateCounty } from "../evaluation/evaluation.service.ts";
import { demoPublished, loadPublished } from "./published-figure.service.ts";
import type { SeriesOfArea } from "./series.contract.ts";

test("each evaluated year is a point with both parts; a year that was not evaluated is named", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      await aHousehold(work, { year: 2017 });
      await evaluateCounty(work, "411702", 2017);
      await aHousehold(work, { book: { exit_status: "1" } });
      await aHousehold(work);
      await evaluateCounty(work, "411702", 2018);
      await aHousehold(work, { year: 2019 });
    });
    const officer = t.as(await t.aPerson());
    const { status, body } = await officer.get<SeriesOfArea>("/areas/411702000000/series");
    expect(status).toBe(200);
    const exits = body.series.find((one) => one.indicator === "exit-rate");
    expect(exits?.points).toEqual([
      { year: 2017, origin: "register", numerator: 0, denominator: 1, madeUp: null },
      { year: 2018, origin: "register", numerator: 1, denominator: 2, madeUp: null },
    ]);
    expect(body.partly).toEqual([2019]);
    // Nobody published a rural population: there is no incidence, and no point of it.
    expect(body.series.map((one) => one.indicator)).not.toContain("incidence");
    expect((await officer.get("/areas/411721000000/series")).status).toBe(404);
  }));

test("published points are marked, with what of them is inferred; what was not published is no number", async () => {
  const owner = openDatabase((await testDatabase()).ownerUrl, 1);
  await owner.transaction(wholeCountry, { readOnly: false }, (tx) => loadPublished(tx, demoPublished));
  await owner.close();
  await rolledBack(async (t) => {
    const read = async (areaCode: string) => {
      const reader = t.as(await t.aPerson({ role: "cityReader", areaCode }));
      return (await reader.get<SeriesOfArea>(`/areas/${areaCode}/series`)).body.series;
    };
    const zhaoqing = await read("441200000000");
    expect(zhaoqing.map((one) => one.indicator)).toEqual(["incidence", "exit-rate"]);
    expect(zhaoqing[0]?.points.map(({ year, origin, numerator }) => [year, origin, numerator])).toEqual([
      [2015, "published", 96_712],
      [2018, "published", 10_050],
    ]);
    expect(zhaoqing[0]?.points[0]?.madeUp?.zh).toContain("推算");
    expect((await read("621000000000"))[0]?.points).toEqual([
      { year: 2017, origin: "published", numerator: null, denominator: null, madeUp: null },
    ]);
  });
});
