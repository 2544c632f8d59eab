/** The first page after signing in, through HTTP: what each role has to do, and what it may not see. */
import { expect, test } from "vitest";
import { type WantedHousehold, aHousehold } from "../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aRosterCsv, upload } from "../../test/import-scene.ts";
import { runNewest } from "../../test/run-task.ts";
import { makeKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import type { PersonRole } from "../access/person.contract.ts";
import { evaluateCounty } from "../verdicts/evaluation/evaluation.service.ts";
import type { HouseholdPageOf } from "../verdicts/list/household-list.contract.ts";
import type { Today } from "./today.contract.ts";

installKeys(makeKeys());

type Wanted = NonNullable<Parameters<TestApi["aPerson"]>[0]>;

async function todayOf(t: TestApi, wanted: Wanted = {}): Promise<Today> {
  const reply = await t.as(await t.aPerson(wanted)).get<Today>("/today");
  expect(reply.status).toBe(200);
  return reply.body;
}

const unsafe = { living: { house_grade: "04", water_safe: true } };

test("the county's officer sees findings, the gravest first, households without a helper and four figures", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      await aHousehold(work, { ...unsafe, book: { no_helper: true } });
      // Nobody ever said whether it has a helper.
      await aHousehold(work, { ...unsafe, registerNo: "T-helped" });
      await evaluateCounty(work, "411702", 2018);
    });
    const today = await todayOf(t);
    expect(today).toMatchObject({ area: "411702000000", year: 2018, evaluated: true, own: null });
    const severities = today.findings.map(({ severity }) => severity);
    const order = ["must", "should", "suspicious"];
    expect(severities).toEqual(severities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(today.findings.find(({ id }) => id === "exit.household.housing")).toMatchObject({ fail: 2 });
    expect(today.withoutHelper).toEqual({ count: 1, households: 2 });
    expect(today.figures.map(({ id }) => id)).toEqual([
      "headcount",
      "incidence",
      "exit-rate",
      "helper-coverage",
    ]);
    expect(today.figures[2]).toMatchObject({ numerator: 0, denominator: 2, unit: "ratio" });
    expect(today.asOf).not.toBeNull();
  }));

const roles: [PersonRole, string, { findings: boolean; can: Partial<Today["can"]> }][] = [
  ["administrator", "411702000000", { findings: false, can: { list: false, import: false, update: false } }],
  ["provinceReader", "410000000000", { findings: true, can: { list: true, import: false, update: false } }],
  ["cityReader", "411700000000", { findings: true, can: { list: true, import: false, update: false } }],
  [
    "countyDataOfficer",
    "411702000000",
    { findings: true, can: { import: true, evaluate: true, update: true } },
  ],
  ["townshipClerk", "411702100000", { findings: true, can: { import: true, evaluate: false, update: true } }],
  ["villageTeam", "411702100200", { findings: true, can: { import: false, evaluate: false, update: true } }],
];

test.each(roles)("what a %s has to do", (role, areaCode, expected) =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      await aHousehold(work, unsafe);
      await evaluateCounty(work, "411702", 2018);
    });
    const today = await todayOf(t, { role, areaCode });
    expect(today.area).toBe(areaCode);
    expect(today.findings.length > 0).toBe(expected.findings);
    expect(today.withoutHelper !== null).toBe(expected.findings);
    expect(today.can).toMatchObject(expected.can);
    // No rural population is published below the county, so no poverty incidence either.
    const isBelowCounty = !areaCode.endsWith("000000");
    expect(today.figures).toHaveLength(isBelowCounty ? 3 : 4);
  }),
);

test("a city with one evaluated county is told that its figures are a part", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      await aHousehold(work);
      await evaluateCounty(work, "411702", 2018);
    });
    const city = await todayOf(t, { role: "cityReader", areaCode: "411700000000" });
    expect(city.counties?.evaluated).toBe(1);
    expect(city.counties?.all).toBeGreaterThan(1);
    expect((await todayOf(t)).counties).toEqual({ evaluated: 1, all: 1 });
  }));

test("a place without a book says so, and nobody who is not signed in is told anything", () =>
  rolledBack(async (t) => {
    expect(await todayOf(t, { areaCode: "411721000000" })).toMatchObject({
      hasBook: false,
      evaluated: false,
      figures: [],
    });
    expect((await t.anyone.get("/today")).status).toBe(401);
  }));

test("imports wait: anybody's to be applied, one's own to be fixed", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson();
    const broken = aRosterCsv(["孟庄村", "没有这个村"]);
    const { body } = await upload(t.as(person), broken);
    await runNewest(t, "import.preview");
    const mine = (await t.as(person).get<Today>("/today")).body;
    expect(mine.importsToApply).toMatchObject([{ id: body.id, fileName: "花名册.csv", rejected: 1 }]);
    expect(mine.importsToFix).toMatchObject([{ id: body.id, rejected: 1 }]);
    const colleague = await todayOf(t);
    expect(colleague.importsToApply).toHaveLength(1);
    expect(colleague.importsToFix).toEqual([]);
    const elsewhere = await todayOf(t, { areaCode: "411721000000" });
    expect(elsewhere.importsToApply).toEqual([]);
  }));

test("a clean file of another township does not put rejects at rest, and their reader can", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson();
    const toFix = async () => (await t.as(person).get<Today>("/today")).body.importsToFix;
    const { body } = await upload(t.as(person), aRosterCsv(["孟庄村", "没有这个村"]));
    await runNewest(t, "import.preview");
    t.clock.set(new Date(t.clock.now().getTime() + 60_000));
    await upload(t.as(person), aRosterCsv(["王坡村"]));
    await runNewest(t, "import.preview");
    expect(await toFix()).toMatchObject([{ id: body.id, rejected: 1 }]);
    const close = `/counties/411702/imports/${body.id}/close`;
    expect((await t.as(await t.aPerson()).post(close, { reason: "不归我管" })).status).toBe(409);
    expect((await t.as(person).post(close, { reason: " " })).status).toBe(400);
    expect(await t.as(person).post(close, { reason: "这一户已迁出" })).toMatchObject({
      status: 200,
      body: { closed: { reason: "这一户已迁出" }, can: { close: false } },
    });
    expect(await toFix()).toEqual([]);
  }));

test("a file puts only the rejects of households that it names at rest", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson();
    const { body } = await upload(t.as(person), aRosterCsv(["没有这个村", "也没有这个村"]));
    await runNewest(t, "import.preview");
    t.clock.set(new Date(t.clock.now().getTime() + 60_000));
    await upload(t.as(person), aRosterCsv(["孟庄村"]));
    await runNewest(t, "import.preview");
    const { importsToFix } = (await t.as(person).get<Today>("/today")).body;
    expect(importsToFix).toMatchObject([{ id: body.id, rejected: 1 }]);
  }));

test("a corrected file puts the rejects of the one before at rest", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson();
    await upload(t.as(person), aRosterCsv(["没有这个村"]));
    await runNewest(t, "import.preview");
    t.clock.set(new Date(t.clock.now().getTime() + 60_000));
    await upload(t.as(person), aRosterCsv(["孟庄村"]));
    await runNewest(t, "import.preview");
    expect((await t.as(person).get<Today>("/today")).body.importsToFix).toEqual([]);
  }));

const monitored = (identified_month: number, rest: WantedHousehold["monitoring"] = {}): WantedHousehold => ({
  year: 2023,
  monitoring: { category: "02", identified_month, eliminated: false, risks: ["01"], ...rest },
});

test("periods of monitoring run from the month of identification, each with its document and article", () =>
  rolledBack(async (t) => {
    t.clock.set(new Date("2023-08-10T04:00:00.000Z"));
    const books = await t.asSystem(async (work) => {
      const made = [
        await aHousehold(work, monitored(202301, { help_health: "参加大病保险" })),
        await aHousehold(work, monitored(202306)),
        await aHousehold(work, monitored(202307)),
        await aHousehold(work, monitored(202308)),
        await aHousehold(work, monitored(202301, { eliminated: true, eliminated_month: 202307 })),
      ];
      await evaluateCounty(work, "411702", 2023);
      return made;
    });
    const today = await todayOf(t);
    const help = today.periods.find(({ id }) => id === "period.monitoring.help");
    expect(help).toMatchObject({ kind: "deadline", over: 1, now: 1, unknown: 0, asOfMonth: 202308 });
    expect(help?.source).toMatchObject({ number: "贵州某县2023年程序所载", article: "1_11_010" });
    expect(today.periods.find(({ id }) => id === "period.monitoring.half-year")).toMatchObject({
      kind: "earliest",
      over: 1,
      now: 0,
    });
    const search = { year: 2023, period: { id: "period.monitoring.help", state: "over" } };
    const officer = t.as(await t.aPerson());
    const { body } = await officer.post<HouseholdPageOf>("/areas/411702000000/households/search", search);
    expect(body.rows.map(({ id }) => id)).toEqual([books[1]?.householdId]);
    const unknown = { period: { id: "period.nothing", state: "over" } };
    const refused = await officer.post("/areas/411702000000/households/search", unknown);
    expect(refused).toMatchObject({ status: 404, body: { code: "verdict.unknown-period" } });
  }));

test("the book of a year that is over speaks up to its December, and before 2021 no period held", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      await aHousehold(work, { ...monitored(201805), year: 2018 });
      await evaluateCounty(work, "411702", 2018);
    });
    expect((await todayOf(t)).periods).toEqual([]);
    await t.asSystem(async (work) => {
      await aHousehold(work, monitored(202312));
      await evaluateCounty(work, "411702", 2023);
    });
    // Whether somebody can work is not known: counted in neither.
    expect((await todayOf(t)).periods).toMatchObject([
      { id: "period.monitoring.development", over: 0, now: 0, unknown: 1, asOfMonth: 202312 },
    ]);
  }));

test("figures of other policies than those in force are said to be out of date", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      await aHousehold(work);
      const { evaluationId } = await evaluateCounty(work, "411702", 2018);
      await work.tx
        .updateTable("verdicts.evaluation")
        .set({ policy_version: "older" })
        .where("id", "=", evaluationId)
        .execute();
    });
    expect(await todayOf(t)).toMatchObject({
      stale: true,
      staleReason: { zh: "政策已更新，请重新评估" },
    });
  }));
