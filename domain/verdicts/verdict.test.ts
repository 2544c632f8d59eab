/** Verdicts through HTTP: a household's reasons, an edit's effect, an area's figures, the list's filters. */
import { expect, test } from "vitest";
import { aHousehold } from "../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { startEvaluation } from "./evaluation-run.service.ts";
import { evaluateCounty } from "./evaluation.service.ts";
import type { AreaFigures } from "./figure.contract.ts";
import type { HouseholdPageOf } from "./household-list.contract.ts";
import type { HouseholdVerdicts } from "./verdict.contract.ts";
import { refreshHousehold } from "./verdict.service.ts";

/** Everything is in order but what a test changes. */
const inOrder = {
  income: { wage: 2_000_000, production: 0, production_cost: 0 },
  living: { house_grade: "03", water_safe: true },
  guarantee: { food: "01", clothing: "01", medical: "01" },
  members: [
    {
      birth_date: "1970-05-01",
      sex: "01",
      inYear: { birth_year: 1970, medical_resident: true, labour: "01" },
    },
  ],
};

const verdictsUrl = (book: { county: string; householdId: string; year: number }) =>
  `/counties/${book.county}/households/${book.householdId}/books/${book.year}/verdicts`;

async function verdictsOf(
  t: TestApi,
  book: { county: string; householdId: string; year: number },
): Promise<HouseholdVerdicts> {
  const officer = await t.aPerson();
  const reply = await t.as(officer).get<HouseholdVerdicts>(verdictsUrl(book));
  expect(reply.status).toBe(200);
  return reply.body;
}

test("a household in order may exit, and the sentence says so", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, inOrder));
    const found = await verdictsOf(t, book);
    expect(found.exit).toMatchObject({ outcome: "pass", sentence: { zh: "各项脱贫标准都已达到" } });
    expect(found.exit.standards.map((standard) => standard.id)).toEqual(["exit.henan", "exit.national"]);
  }));

test("a house of grade C keeps the household from exiting, with the article and the household's own values", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) =>
      aHousehold(work, { ...inOrder, living: { house_grade: "04", water_safe: true } }),
    );
    const found = await verdictsOf(t, book);
    expect(found.exit.outcome).toBe("fail");
    const housing = found.verdicts.find((verdict) => verdict.ruleId === "exit.household.housing");
    expect(housing).toMatchObject({
      outcome: "fail",
      source: { number: "厅字〔2016〕16号", article: "三（一）" },
    });
    expect(housing?.sentence.zh).toContain("住房等级C级");
    expect(housing?.substituted).toContain("C级");
  }));

test("what nobody filled in is unknown and is named", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, { ...inOrder, guarantee: {} }));
    const found = await verdictsOf(t, book);
    expect(found.exit.outcome).toBe("unknown");
    expect(found.verdicts.find((verdict) => verdict.ruleId === "exit.household.food")?.missing).toEqual([
      "不愁吃核查",
    ]);
  }));

test("a preview shows the verdicts of an edit and writes nothing; the edit itself then gives the same", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) =>
      aHousehold(work, { ...inOrder, living: { house_grade: "04", water_safe: true } }),
    );
    const officer = await t.aPerson();
    const url = `/counties/${book.county}/households/${book.householdId}/books/${book.year}`;
    const edit = { version: 1, livingCondition: { houseGrade: "03" } };
    const preview = await t.as(officer).post<HouseholdVerdicts>(`${url}/preview`, edit);
    expect(preview.status).toBe(200);
    expect(preview.body.exit.outcome).toBe("pass");
    expect((await verdictsOf(t, book)).exit.outcome).toBe("fail");
    expect((await t.as(officer).patch(url, edit)).status).toBe(200);
    expect((await verdictsOf(t, book)).exit).toEqual(preview.body.exit);
  }));

test("after an evaluation an edit changes the stored verdict in its own transaction, as a whole evaluation would", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      const book = await aHousehold(work, { ...inOrder, living: { house_grade: "05", water_safe: true } });
      await aHousehold(work, inOrder);
      await evaluateCounty(work, book.county, book.year);
      const stored = () =>
        work.tx
          .selectFrom("verdicts.verdict")
          .selectAll()
          .where("household_id", "=", book.householdId)
          .executeTakeFirstOrThrow();
      expect((await stored()).exit_outcome).toBe(0);
      await work.tx
        .updateTable("registry.living_condition")
        .set({ house_grade: "03" })
        .where("household_id", "=", book.householdId)
        .execute();
      await refreshHousehold(work, book);
      const single = await stored();
      expect(single.exit_outcome).toBe(1);
      await evaluateCounty(work, book.county, book.year);
      expect(await stored()).toEqual(single);
    });
  }));

test("an area shows counts, ratios with both parts, as-of and snapshot, and each rule's outcomes add up", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      const book = await aHousehold(work, inOrder);
      await aHousehold(work, { ...inOrder, book: { exit_status: "1", exit_year: 2017 } });
      await evaluateCounty(work, book.county, book.year);
    });
    const reader = await t.aPerson({ role: "cityReader", areaCode: "411700000000" });
    const reply = await t.as(reader).get<AreaFigures>("/areas/411700000000/figures?year=2018");
    expect(reply.status).toBe(200);
    const { body } = reply;
    expect(body.counts).toMatchObject({ households: 2, poorHouseholds: 1, liftedPersons: 1 });
    expect(body.figures.find((figure) => figure.id === "exit-rate")).toMatchObject({
      value: 0.5,
      numerator: 1,
      denominator: 2,
    });
    expect(body.figures.find((figure) => figure.id === "incidence")).toMatchObject({
      value: null,
      denominator: null,
    });
    expect(body.snapshot).toBeTruthy();
    for (const rule of body.rules.filter((one) => one.unit === "household")) {
      expect(rule.pass + rule.fail + rule.unknown + rule.notApplicable).toBe(2);
    }
    expect(body.children.find((child) => child.code === "411702000000")?.counts).toMatchObject({
      households: 2,
    });
  }));

test("the list finds households by rule outcome and shows masked names only", () =>
  rolledBack(async (t) => {
    const failing = await t.asSystem(async (work) => {
      const book = await aHousehold(work, { ...inOrder, living: { house_grade: "04", water_safe: true } });
      await aHousehold(work, inOrder);
      await evaluateCounty(work, book.county, book.year);
      return book;
    });
    const officer = await t.aPerson();
    const search = { year: 2018, rule: { id: "exit.household.housing", outcome: "fail" } };
    const reply = await t.as(officer).post<HouseholdPageOf>("/areas/411702000000/households/search", search);
    expect(reply.status).toBe(200);
    const page = reply.body;
    expect(page.rows.map((row) => row.id)).toEqual([failing.householdId]);
    expect(page.rows[0]?.maskedHead).toBe("王**");
    expect(page.total).toBe(1);
  }));

test("figures say that an evaluation is under way, whoever started it", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      await aHousehold(work, inOrder);
      await startEvaluation(work, "411702000000", 2018);
    });
    const officer = t.as(await t.aPerson());
    const evaluating = async (url: string) => (await officer.get<AreaFigures>(url)).body.evaluating;
    expect(await evaluating("/areas/411702000000/figures?year=2018")).toBe(true);
    expect(await evaluating("/areas/411702100000/figures?year=2018")).toBe(true);
    expect(await evaluating("/areas/411702000000/figures?year=2017")).toBe(false);
  }));

test("a person of another county sees neither household, nor figures, nor list", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, inOrder));
    const stranger = await t.aPerson({ areaCode: "621022000000" });
    expect((await t.as(stranger).get(verdictsUrl(book))).status).toBe(404);
    expect((await t.as(stranger).get("/areas/411702000000/figures")).status).toBe(404);
    expect((await t.as(stranger).post("/areas/411702000000/households/search", {})).status).toBe(404);
  }));
