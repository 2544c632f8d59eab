/** A household over the years, through HTTP: its books side by side, and what was done, as far as the reader may see. */
import { expect, test } from "vitest";
import { type BuiltHousehold, aHousehold } from "../../test/a-household.ts";
import { rolledBack } from "../../test/api.ts";
import { permissionsOf } from "../access/role-matrix.ts";
import type { Work } from "../access/work.ts";
import { makeKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import type { EventPage } from "../audit/event.contract.ts";
import type { Household } from "./household.contract.ts";
import type { HouseholdHistory } from "./household-history.contract.ts";

installKeys(makeKeys());

const url = ({ county, householdId }: BuiltHousehold) =>
  `/counties/${county}/households/${householdId}/history`;

/** The same household in the book of another year. */
async function aLaterBook(work: Work, book: BuiltHousehold, year: number): Promise<void> {
  const key = { county_code: book.county, household_id: book.householdId, year, area_code: "411702100200" };
  await work.tx
    .insertInto("registry.household_year")
    .values({ ...key, register_no: book.registerNo, exit_status: "1", updated_at: work.now })
    .execute();
  await work.tx
    .insertInto("registry.living_condition")
    .values({ ...key, house_grade: "03" })
    .execute();
}

test("books stand side by side, the oldest first, with what nobody entered left open", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem(async (work) => {
      const made = await aHousehold(work, { living: { house_grade: "04" }, income: { wage: 1_000_000 } });
      await aLaterBook(work, made, 2019);
      return made;
    });
    const { status, body } = await t.as(await t.aPerson()).get<HouseholdHistory>(url(book));
    expect(status).toBe(200);
    expect(body.books).toMatchObject([
      {
        year: 2018,
        exitStatus: { code: "0" },
        income: { wage: 1_000_000 },
        livingCondition: { houseGrade: { code: "04" } },
      },
      {
        year: 2019,
        exitStatus: { code: "1" },
        income: null,
        livingCondition: { houseGrade: { code: "03" } },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain("王秀英");
  }));

test("what was done says who in which role, when, which fields, and what they were and became", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, { living: { house_grade: "04" } }));
    const officer = t.as(await t.aPerson());
    const path = `/counties/${book.county}/households/${book.householdId}`;
    const edit = { version: 1, livingCondition: { houseGrade: "03" } };
    expect((await officer.patch(`${path}/books/2018`, edit)).status).toBe(200);
    const clerk = t.as(await t.aPerson({ role: "townshipClerk", areaCode: "411702100000" }));
    expect((await clerk.post(`${path}/open`, { purpose: "入户核查" })).status).toBe(200);
    const { body } = await officer.get<HouseholdHistory>(url(book));
    expect(body.events).toMatchObject([
      {
        action: "household.open",
        purpose: "入户核查",
        year: 2018,
        who: { role: "townshipClerk", name: expect.stringMatching(/^测[^*]+$/) },
      },
      { action: "household.update", year: 2018, purpose: null, who: { role: "countyDataOfficer" } },
    ]);
    expect(body.events[1]).toMatchObject({
      fields: [],
      changes: [
        { field: { zh: "住房等级" }, from: { zh: "C级", en: "grade C" }, to: { zh: "B级" }, isMoney: false },
      ],
    });
    const admin = t.as(await t.aPerson({ role: "administrator" }));
    const record = await admin.get<EventPage>(`/audit/events?subjectId=${book.householdId}`);
    const update = record.body.events.find(({ action }) => action === "household.update");
    expect(update?.detail).toEqual({
      year: 2018,
      role: "countyDataOfficer",
      fields: ["living_condition.house_grade"],
      mended: ["exit.household.housing", "henan.exit.household.housing"],
    });
  }));

test("every reader of a household learns that it was changed, when and by which role; who may change it, what", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, { living: { house_grade: "04" } }));
    const officer = t.as(await t.aPerson());
    const path = `/counties/${book.county}/households/${book.householdId}`;
    const edit = { version: 1, livingCondition: { houseGrade: "03" } };
    expect((await officer.patch(`${path}/books/2018`, edit)).status).toBe(200);
    expect((await officer.post(`${path}/open`, { purpose: "入户核查" })).status).toBe(200);
    const places = {
      provinceReader: "410000000000",
      cityReader: "411700000000",
      townshipClerk: "411702100000",
      villageTeam: "411702100200",
    } as const;
    for (const role of ["provinceReader", "cityReader", "townshipClerk", "villageTeam"] as const) {
      const reader = t.as(await t.aPerson({ role, areaCode: places[role] }));
      const { body } = await reader.get<HouseholdHistory>(url(book));
      const mayChange = permissionsOf(role).has("household.update");
      expect(body.withheld, role).toBe(!mayChange);
      // Who looked at masked data stays with who reads the record.
      expect(body.events, role).toHaveLength(1);
      expect(body.events[0], role).toMatchObject({
        action: "household.update",
        year: 2018,
        who: { role: "countyDataOfficer" },
        changes: mayChange ? [{ field: { zh: "住房等级" } }] : [],
        fields: [],
      });
      // The officer's grant is of a wider area than the clerk's: his role is told, not his name.
      expect(body.events[0]?.who?.name, role).toBeNull();
    }
  }));

test("of a member who was changed the history says which one, from what to what, and of his health that it was changed", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work));
    const officer = t.as(await t.aPerson());
    const path = `/counties/${book.county}/households/${book.householdId}`;
    const { body: before } = await officer.get<Household>(path);
    const [head] = before.members;
    const members = [{ id: head?.id, fields: { school: "03", health: ["02"] } }];
    expect((await officer.patch(`${path}/books/2018`, { version: 1, members })).status).toBe(200);
    const { body } = await officer.get<HouseholdHistory>(url(book));
    expect(body.events[0]).toMatchObject({
      fields: [],
      changes: [],
      members: [
        {
          name: head?.maskedName,
          relation: head?.relation,
          age: head?.age,
          fields: [{ zh: "健康状况" }],
          changes: [{ field: { zh: "在校生状况" }, to: { zh: expect.any(String) } }],
        },
      ],
    });
    const { body: record } = await officer.get<EventPage>(`/audit/events?subjectId=${book.householdId}`);
    expect(record.events[0]?.detail).not.toHaveProperty("members");
    expect(record.events[0]).toMatchObject({ changes: [] });
    expect(record.events[0]?.fields.map(({ zh }) => zh)).toEqual(["在校生状况", "健康状况"]);
  }));

test("elsewhere there is no such household, and who reads no household reads no history", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work));
    const neighbour = t.as(await t.aPerson({ areaCode: "411721000000" }));
    expect((await neighbour.get(url(book))).status).toBe(404);
    const admin = t.as(await t.aPerson({ role: "administrator" }));
    expect((await admin.get(url(book))).status).toBe(403);
  }));
