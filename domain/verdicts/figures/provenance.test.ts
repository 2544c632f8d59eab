/** What a figure says about the evaluation it is of. */
import { expect, test } from "vitest";
import { aHousehold } from "../../../test/a-household.ts";
import { rolledBack } from "../../../test/api.ts";
import { evaluateCounty } from "../evaluation/evaluation.service.ts";
import type { AreaFigures } from "./figure.contract.ts";
import { getIndicator } from "./figure.service.ts";

const inOrder = { living: { house_grade: "03", water_safe: true } };

test("figures of an evaluation under older policies say so, until the county is evaluated again", () =>
  rolledBack(async (t) => {
    const { county, year } = await t.asSystem(async (work) => {
      const book = await aHousehold(work, inOrder);
      await evaluateCounty(work, book.county, book.year);
      await work.tx.updateTable("verdicts.evaluation").set({ policy_version: "older" }).execute();
      return book;
    });
    const reader = await t.aPerson({ role: "cityReader", areaCode: "411700000000" });
    const figures = async () =>
      (await t.as(reader).get<AreaFigures>("/areas/411700000000/figures?year=2018")).body;
    expect(await figures()).toMatchObject({
      policyVersion: "older",
      stale: true,
      staleReason: { zh: "政策已更新，请重新评估" },
    });
    const shown = await t.asSystem((work) => getIndicator(work, "exit-rate", "411702000000", 2018));
    expect(shown).toMatchObject({ policyVersion: "older", stale: true, partUnit: "人" });
    await t.asSystem((work) => evaluateCounty(work, county, year));
    expect(await figures()).toMatchObject({ stale: false, staleReason: null });
  }));

test("figures say that a book was changed after their evaluation, to those whose area it is in", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem(async (work) => {
      const made = await aHousehold(work, inOrder);
      await evaluateCounty(work, made.county, made.year);
      return made;
    });
    const officer = t.as(await t.aPerson());
    const stale = async (area: string) =>
      (await officer.get<AreaFigures>(`/areas/${area}/figures?year=2018`)).body.staleReason?.zh ?? null;
    expect(await stale("411702000000")).toBeNull();
    t.clock.set(new Date(t.clock.now().getTime() + 60_000));
    const path = `/counties/${book.county}/households/${book.householdId}/books/2018`;
    const edit = { version: 1, livingCondition: { houseGrade: "02" } };
    expect((await officer.patch(path, edit)).status).toBe(200);
    expect(await stale("411702000000")).toBe("评估后台账有改动，请重新评估");
    expect(await stale("411702100000")).toBe("评估后台账有改动，请重新评估");
    expect(await stale("411702101000")).toBeNull();
    await t.asSystem((work) => evaluateCounty(work, book.county, book.year));
    expect(await stale("411702000000")).toBeNull();
  }));
