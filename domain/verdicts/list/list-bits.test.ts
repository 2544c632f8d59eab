/** The list from bits: the same households as from the books, whatever is asked, also after edits and imports. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { registerListener } from "../../../apps/register-listener.ts";
import { newId } from "../../../platform/id.ts";
import { makeKeys } from "../../../platform/secrets/key-ring.ts";
import { installKeys } from "../../../platform/secrets/secrets.ts";
import { type BuiltHousehold, aHousehold } from "../../../test/a-household.ts";
import { type TestApi, type TestPerson, rolledBack } from "../../../test/api.ts";
import type { Work } from "../../access/work.ts";
import { evaluateCounty } from "../evaluation/evaluation.service.ts";
import { rebuild, rebuildPeriodBits } from "../evaluation/evaluation.sql.ts";
import { allPeriods } from "../periods/period.ts";
import { periodBits } from "./bits-of-rules.ts";
import type { HouseholdPageOf } from "./household-list.contract.ts";
import { forgetBits } from "./household-list.service.ts";
import { placesOf } from "./set-bits.ts";

installKeys(makeKeys());

const county = "411702";

/** A county in which every code of every filter occurs, in no order. */
async function manyKinds(work: Work): Promise<BuiltHousehold[]> {
  const village = { county_code: county, area_code: "411702100201", source: "test" };
  await work.tx
    .insertInto("registry.poor_village")
    .values({ ...village, designated_by: "national", designated_year: 2014 })
    .execute();
  const books = [];
  for (let n = 0; n < 140; n++) books.push(await aHousehold(work, kind(n)));
  const [first] = books;
  if (first) await assignHelper(work, first);
  await evaluateCounty(work, county, 2018);
  return books;
}

function kind(n: number) {
  const grade = ["01", "04", "05", "02"][n % 4] ?? null;
  return {
    areaCode: n % 5 === 0 ? "411702100201" : "411702100200",
    // Ten apart, so that the places are not the order in which the households came.
    registerNo: `K${String((n * 37) % 140).padStart(4, "0")}`,
    book: {
      exit_status: ["0", "1", "2", "3"][(n * 7) % 4] ?? "0",
      attribute: n % 3 === 0 ? "04" : "01",
      main_cause: n % 11 === 0 ? null : n % 2 === 0 ? "01" : "02",
      no_helper: n % 3 === 1 ? true : null,
    },
    income: { wage: (n % 7) * 300_000, production: 0, production_cost: 0 },
    living: { house_grade: grade, water_safe: n % 9 !== 0, dangerous_house: n % 13 === 0 },
    guarantee: { food: "01", clothing: "01", medical: n % 6 === 0 ? "02" : "01" },
    ...(n % 4 === 0 && {
      monitoring: { category: "01", eliminated: n % 16 === 0, identified_month: months[(n / 4) % 6] ?? null },
    }),
    members: [{}, pupil(n), pupil(n + 1)].slice(0, 1 + (n % 3)),
  };
}

/** Before, at and behind the ends of all periods; the last is none. */
const months = [201_712, 201_805, 201_806, 201_810, 201_811];

/** Of primary school, of any age or of one that is not known. */
function pupil(n: number) {
  const birth_year = n % 5 === 0 ? null : 2018 - ((n * 5) % 23);
  return { inYear: { birth_year, school: n % 4 === 0 ? "01" : "03", labour: n % 2 === 0 ? "01" : "05" } };
}

async function assignHelper(work: Work, book: BuiltHousehold): Promise<void> {
  const id = newId(work.now);
  const key = { county_code: county, created_at: work.now };
  await work.tx
    .insertInto("registry.helper")
    .values({ ...key, id, name: "李建国" })
    .execute();
  const assignment = { household_id: book.householdId, helper_id: id, started_on: "2016-03-01" };
  await work.tx
    .insertInto("registry.helper_assignment")
    .values({ county_code: county, area_code: "411702100200", ...assignment })
    .execute();
}

const questions = [
  {},
  { exitStatus: ["0"] },
  { exitStatus: ["0", "3"], cause: ["01"] },
  { attribute: ["04"], poorVillage: true },
  { cause: ["99"] },
  { helped: true },
  { helped: false, monitored: true },
  { monitored: false, exitStatus: ["2"] },
  { helped: "unknown" },
  { helped: false },
  { monitored: "unknown", helped: "unknown" },
  { poorVillage: false, finding: true },
  { finding: false },
  { exitOutcome: "pass" },
  { exitOutcome: "fail", attribute: ["01"] },
  { exitOutcome: "unknown" },
  { exitOutcome: "notApplicable", exitStatus: ["1"] },
  { exitFailed: "one" },
  { exitFailed: "more", poorVillage: true },
  ...["exit.household.housing", "quality.member.primary-age", "guangxi.exit.household.source"].flatMap((id) =>
    (["fail", "pass", "unknown", "notApplicable"] as const).map((outcome) => ({ rule: { id, outcome } })),
  ),
  { rule: { id: "exit.household.housing", outcome: "fail" }, cause: ["01"], finding: true },
  { rule: { id: "quality.member.primary-age", outcome: "fail" }, exitOutcome: "fail" },
  ...["help", "development", "half-year"].flatMap((name) =>
    (["over", "now", "unknown"] as const).map((state) => ({
      period: { id: `period.monitoring.${name}`, state },
    })),
  ),
  { period: { id: "period.monitoring.help", state: "over" }, exitOutcome: "fail", poorVillage: false },
];

async function ask(t: TestApi, reader: TestPerson, area: string, wanted: object): Promise<HouseholdPageOf> {
  const url = `/areas/${area}/households/search`;
  const reply = await t.as(reader).post<HouseholdPageOf>(url, { year: 2018, ...wanted });
  expect(reply.status).toBe(200);
  return reply.body;
}

/** All pages of each question, with the number of households that each says there are. */
async function answers(t: TestApi, reader: TestPerson): Promise<{ ids: string[]; total: number }[]> {
  const all = [];
  for (const question of questions) {
    for (const order of ["ascending", "descending"]) {
      const ids: string[] = [];
      let page: HouseholdPageOf | undefined;
      do {
        page = await ask(t, reader, "411700000000", {
          ...question,
          order,
          limit: 50,
          ...(page?.next && { after: page.next }),
        });
        ids.push(...page.rows.map((row) => row.id));
      } while (page.next);
      expect(page).toMatchObject({ total: ids.length, totalIsLeast: false });
      all.push({ ids, total: page.total });
    }
  }
  return all;
}

/** What the bits are, without the version of their places. */
async function bitsOf(t: TestApi): Promise<{ filter: string }[]> {
  return t.asSystem(async ({ tx }) => {
    const { rows } = await sql<{
      filter: string;
    }>`select filter, code, bits::text as bits from verdicts.list_bits
      where county_code = ${county} and year = 2018 and bits::text like '%1%' order by filter, code`.execute(
      tx,
    );
    return rows;
  });
}

/** All bits anew, from verdicts that stand. */
async function buildBits({ tx }: Work): Promise<void> {
  await rebuild(tx, "rebuild_list", county, 2018);
  await rebuild(tx, "rebuild_rule_bits", county, 2018);
  await rebuildPeriodBits(tx, county, 2018, allPeriods().map(periodBits));
  await rebuild(tx, "rebuild_finding_counts", county, 2018);
}

const cityReader = { role: "cityReader", areaCode: "411700000000" } as const;

test(
  "the list from bits holds the households that the list from the books holds, in the same order",
  () =>
    rolledBack(async (t) => {
      const reader = await t.aPerson(cityReader);
      await t.asSystem(manyKinds);
      const filters = (await bitsOf(t)).map(({ filter }) => filter);
      for (const kind of [/^all$/, /^cause$/, /^household\.r\d+$/, /^member\.r\d+$/, /^period\./])
        expect(filters).toContainEqual(expect.stringMatching(kind));
      const fromBits = await answers(t, reader);
      await t.asSystem((work) => forgetBits(work, county, 2018));
      expect(await bitsOf(t)).toEqual([]);
      expect(await answers(t, reader)).toEqual(fromBits);
    }),
  120_000,
);

test(
  "a county without bits stands between counties that have them",
  () =>
    rolledBack(async (t) => {
      const reader = await t.aPerson(cityReader);
      const plain = await t.asSystem(async (work) => {
        await manyKinds(work);
        return aHousehold(work, { areaCode: "411728100200", registerNo: "K9999" });
      });
      const last = await ask(t, reader, "411700000000", { exitStatus: ["0"], order: "descending", limit: 3 });
      expect(last.rows[0]?.id).toBe(plain.householdId);
      expect(last).toMatchObject({ total: 36, totalIsLeast: false });
    }),
  60_000,
);

test(
  "after an edit the bits are what they would be if they were built anew",
  () =>
    rolledBack(async (t) => {
      const officer = await t.aPerson();
      const books = await t.asSystem(manyKinds);
      const before = await bitsOf(t);
      const edits = [
        { householdFields: { mainCause: "11" } },
        { householdFields: { mainCause: null } },
        { livingCondition: { houseGrade: "04", dangerousHouse: true } },
        { livingCondition: { houseGrade: "01", dangerousHouse: true, waterSafe: true } },
        { income: { wage: 5_000_000 }, guarantee: { medical: "01" } },
        { ofHead: { school: "03" } },
        { ofHead: { labour: "01" } },
        { ofHead: { labour: "05" } },
        // Until now nobody's health was known, and the rollup says so.
        { ofHead: { health: ["01"] } },
      ];
      for (const [at, { ofHead, ...plain }] of edits.entries()) {
        for (const book of [books[at * 4], books[at * 4 + 40]]) {
          const edit = ofHead ? { members: [{ id: book?.memberIds[0], fields: ofHead }] } : plain;
          const url = `/counties/${county}/households/${book?.householdId}/books/2018`;
          expect((await t.as(officer).patch(url, { version: 1, ...edit })).status).toBe(200);
        }
      }
      const edited = await bitsOf(t);
      expect(edited).not.toEqual(before);
      // The rollup is still of before the edits.
      await t.asSystem(buildBits);
      expect(await bitsOf(t)).toEqual(edited);
      await t.asSystem((work) => evaluateCounty(work, county, 2018));
      expect(await bitsOf(t)).toEqual(edited);
    }),
  60_000,
);

test(
  "an import and a new list of poor villages are seen at once, before anything is evaluated again",
  () =>
    rolledBack(async (t) => {
      const reader = await t.aPerson(cityReader);
      await t.asSystem(async (work) => {
        await manyKinds(work);
        await sql`update registry.poor_village set designated_year = 2019 where area_code = '411702100201'`.execute(
          work.tx,
        );
        await registerListener.villagesListed(work, county);
      });
      expect(await ask(t, reader, "411700000000", { poorVillage: true })).toMatchObject({ total: 0 });
      expect(await ask(t, reader, "411700000000", { exitStatus: ["0"] })).toMatchObject({ total: 35 });
      await t.asSystem(async (work) => {
        await aHousehold(work, { registerNo: "K0000A" });
        await registerListener.countyChanged(work, county, 2018);
      });
      expect(await ask(t, reader, "411700000000", { exitStatus: ["0"] })).toMatchObject({ total: 36 });
    }),
  60_000,
);

test(
  "whoever sees a township only reads its households, and nothing of the county's bits",
  () =>
    rolledBack(async (t) => {
      await t.asSystem(manyKinds);
      const clerk = await t.aPerson({ role: "townshipClerk", areaCode: "411702100000" });
      expect(await ask(t, clerk, "411702100000", { exitStatus: ["0"] })).toMatchObject({ total: 35 });
      expect(await t.as(clerk).post("/areas/411702000000/households/search", { year: 2018 })).toMatchObject({
        status: 404,
      });
    }),
  60_000,
);

test("places of set bits, forwards and backwards, behind a place", () => {
  const bits = Buffer.from([0, 0, 0, 24, 0b1000_0001, 0, 0b0010_0000]);
  const read = (after: number | undefined, limit: number, isBackwards: boolean): number[] =>
    placesOf(bits, { after, limit, isBackwards });
  expect(read(undefined, 9, false)).toEqual([0, 7, 18]);
  expect(read(0, 9, false)).toEqual([7, 18]);
  expect(read(18, 9, false)).toEqual([]);
  expect(read(undefined, 2, true)).toEqual([18, 7]);
  expect(read(7, 9, true)).toEqual([0]);
  expect(read(undefined, 0, true)).toEqual([]);
});
