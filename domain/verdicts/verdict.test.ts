/** Verdicts through HTTP: a household's reasons, an edit's effect, an area's figures, the list's filters. */
import { expect, test } from "vitest";
import { aHousehold } from "../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { startEvaluation } from "./evaluation/evaluation-run.service.ts";
import { evaluateCounty } from "./evaluation/evaluation.service.ts";
import type { AreaFigures } from "./figures/figure.contract.ts";
import type { HouseholdPageOf } from "./list/household-list.contract.ts";
import type { PolicyRules } from "./policy/policy.contract.ts";
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
    expect(found.exit).toMatchObject({ outcome: "pass", sentence: { zh: "各项脱贫标准都达标" } });
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
    expect(housing?.standard?.name).toEqual({ zh: "国家标准", en: "National standard" });
    expect(found.exit.sentence.zh).toBe("还不能脱贫，未达标：住房安全有保障（国家标准、河南省标准）");
    expect(housing?.sentence.zh).toMatch(/^房子的等级是“C级”：要先改造好，或另外安排安全住房（依据/);
    expect(housing?.substituted).toContain("(住房等级【C级】 is null or");
  }));

test("a check that finds medical care wanting is what the sentence says, not the insurance that is in order", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) =>
      aHousehold(work, { ...inOrder, guarantee: { food: "01", clothing: "01", medical: "02" } }),
    );
    const { verdicts } = await verdictsOf(t, book);
    const medical = verdicts.find((verdict) => verdict.ruleId === "exit.household.medical");
    expect(medical?.outcome).toBe("fail");
    expect(medical?.sentence.zh).toMatch(/^村里核查认为基本医疗未达标（依据/);
    expect(medical?.sentence.en).toMatch(/^The village check says of basic medical care: not met/);
    const failed = medical?.parts.filter(({ outcome }) => outcome === "fail");
    expect(failed).toMatchObject([
      {
        required: { zh: "基本医疗核查是“达标”或“不适用”（基本医疗核查空着的略过这一项）" },
        said: { zh: "村里核查认为基本医疗未达标" },
      },
    ]);
  }));

test("a house raised from C to A that is still a dangerous house is to be verified, and a finding says what to do", () =>
  rolledBack(async (t) => {
    const living = { house_grade: "04", dangerous_house: true, water_safe: true };
    const book = await t.asSystem((work) => aHousehold(work, { ...inOrder, living }));
    const officer = await t.aPerson();
    const url = `/counties/${book.county}/households/${book.householdId}/books/${book.year}`;
    const edit = { version: 1, livingCondition: { houseGrade: "02" } };
    expect((await t.as(officer).patch(url, edit)).status).toBe(200);
    const found = await verdictsOf(t, book);
    expect(found.exit.outcome).toBe("unknown");
    const criteria = found.verdicts.filter((one) => one.ruleId.endsWith("exit.household.housing"));
    expect(criteria.map(({ outcome }) => outcome)).toEqual(["unknown", "unknown"]);
    for (const { sentence, contradictions } of criteria) {
      expect(sentence.zh).toContain("：住房等级是“A级”，危房户却填“是”，互相矛盾，请到户核实");
      expect(contradictions).toHaveLength(1);
    }
    const finding = found.verdicts.find((one) => one.ruleId === "quality.living.grade-contradiction");
    expect(finding).toMatchObject({ outcome: "fail", severity: "must" });
    expect(finding?.sentence.zh).toContain(
      "住房等级是“A级”，危房户却填“是”，互相矛盾：房子已经安全的，把危房户改为“否”",
    );
    expect(finding?.sentence.en).toContain("if the house is safe now, set dangerous to no");
  }));

test("what nobody filled in is unknown and is named", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, { ...inOrder, guarantee: {} }));
    const found = await verdictsOf(t, book);
    expect(found.exit.outcome).toBe("unknown");
    expect(found.verdicts.find((verdict) => verdict.ruleId === "exit.household.food")?.missing).toMatchObject(
      [{ zh: "不愁吃核查" }],
    );
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
      missing: { zh: "有县还没有评估，全部评估后才计算" },
    });
    expect(body.figures.map(({ id, partUnit }) => `${id} ${partUnit}`)).toEqual([
      "headcount 人",
      "households 户",
      "poor-villages 村",
      "incidence 人",
      "exit-rate 人",
      "helper-coverage 户",
      "finding-share 户",
    ]);
    expect(body.snapshot).toBeTruthy();
    // One county of the city is not the city.
    expect(body.counties).toEqual({ evaluated: 1, all: expect.any(Number) });
    expect(body.counties?.all).toBeGreaterThan(1);
    expect(body).toMatchObject({ stale: false, staleReason: null, policyVersion: expect.any(String) });
    for (const rule of body.rules.filter((one) => one.unit === "household")) {
      expect(rule.pass + rule.fail + rule.unknown + rule.notApplicable).toBe(2);
    }
    expect(body.children.find((child) => child.code === "411702000000")?.counts).toMatchObject({
      households: 2,
    });
  }));

test("without a book the year shown is that of China, wherever the server stands", () =>
  rolledBack(async (t) => {
    t.clock.set(new Date("2026-12-31T16:30:00.000Z"));
    const officer = t.as(await t.aPerson());
    const { body } = await officer.get<AreaFigures>("/areas/411702000000/figures");
    expect(body).toMatchObject({ year: 2027, years: [], evaluated: false });
  }));

test("a township clerk sees the figures of the township", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      const book = await aHousehold(work, inOrder);
      await evaluateCounty(work, book.county, book.year);
    });
    const clerk = await t.aPerson({ role: "townshipClerk", areaCode: "411702100000" });
    const { body } = await t.as(clerk).get<AreaFigures>("/areas/411702100000/figures?year=2018");
    expect(body).toMatchObject({ evaluated: true, counts: { households: 1 } });
    // Nobody publishes the rural population of a township: the poverty incidence has no place on its page.
    expect(body.figures.map(({ id }) => id)).not.toContain("incidence");
    expect(body.figures.map(({ id }) => id)).toContain("exit-rate");
    // Nobody said which villages are poor: that is not a count of nought.
    expect(body.figures.find(({ id }) => id === "poor-villages")).toMatchObject({
      value: null,
      missing: { zh: "没有导入贫困村名单" },
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
    // The task stands at the county, above what a township sees.
    const clerk = t.as(await t.aPerson({ role: "townshipClerk", areaCode: "411702100000" }));
    const { body } = await clerk.get<AreaFigures>("/areas/411702100000/figures?year=2018");
    expect(body.evaluating).toBe(true);
    const neighbour = t.as(await t.aPerson({ areaCode: "411721000000" }));
    const elsewhere = await neighbour.get<AreaFigures>("/areas/411721000000/figures?year=2018");
    expect(elsewhere.body.evaluating).toBe(false);
  }));

test("a person of another county sees neither household, nor figures, nor list", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, inOrder));
    const stranger = await t.aPerson({ areaCode: "621022000000" });
    expect((await t.as(stranger).get(verdictsUrl(book))).status).toBe(404);
    expect((await t.as(stranger).get("/areas/411702000000/figures")).status).toBe(404);
    expect((await t.as(stranger).post("/areas/411702000000/households/search", {})).status).toBe(404);
  }));

test("the rules in force are read with their standard and in plain words", () =>
  rolledBack(async (t) => {
    const { body } = await t.as(await t.aPerson()).get<PolicyRules>("/policies/rules");
    expect(body.rules.find((rule) => rule.id === "henan.exit.household.education")).toMatchObject({
      standard: { name: { zh: "河南省标准" } },
      required: [
        { zh: "失学辍学人数是0人" },
        { zh: "义务教育核查是“达标”或“不适用”（义务教育核查空着的略过这一项）" },
      ],
    });
    expect(body.rules.find((rule) => rule.id === "elimination.income")?.standard).toBeNull();
  }));
