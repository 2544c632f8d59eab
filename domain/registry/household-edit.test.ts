/** Editing a book, through HTTP: what is written, what is recorded, what is refused. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aHousehold } from "../../test/register-builders.ts";
import type { Household } from "./household.contract.ts";

const county = "411702000000";

function onTheBooks(t: TestApi, wanted: Parameters<typeof aHousehold>[1] = {}) {
  return t.asSystem((work) => aHousehold(work, wanted), county);
}

const url = (key: { county: string; id: string }) => `/counties/${key.county}/households/${key.id}`;
const nobody = { county: "411702", id: "0190a000-0000-7000-8000-000000000000" };

const book = (key: { county: string; id: string }) => `${url(key)}/books/2018`;

test("changes what is named, makes a new version and records what became of the household and of which member, and of health or a phone the name of the field alone", () =>
  rolledBack(async (t) => {
    const key = await onTheBooks(t, {
      fields: { "living_condition.house_grade": "04", "income_statement.wage": 500 },
    });
    const officer = t.as(await t.aPerson());
    const { body: before } = await officer.get<Household>(url(key));
    const [head] = before.members;
    const { status, body } = await officer.patch<Household>(book(key), {
      version: 1,
      livingCondition: { houseGrade: "03", farmland: 6.4 },
      income: { wage: 500, pension: 117_600 },
      guarantee: { housing: "01" },
      householdFields: { mainCause: "01", otherCauses: ["07"], phone: "13800009999" },
      members: [{ id: head?.id, fields: { health: ["02", "03"], phone: "13700009999", workMonths: 7 } }],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 2,
      livingCondition: { houseGrade: { code: "03", label: "B级" }, farmland: 6.4 },
      income: { wage: 500, pension: 117_600, net: 118_100 },
      guarantee: { housing: { label: "达标" }, food: null },
      mainCause: { label: "因病" },
      maskedPhone: "138****9999",
      members: [
        {
          workMonths: 7,
          maskedPhone: "137****9999",
          health: [{ label: "长期慢性病" }, { label: "患有大病" }],
        },
      ],
    });
    const event = await t.asSystem(({ tx }) =>
      tx
        .selectFrom("audit.event")
        .select("detail")
        .where("action", "=", "household.update")
        .executeTakeFirstOrThrow(),
    );
    expect(event.detail).toEqual({
      year: 2018,
      role: "countyDataOfficer",
      mended: expect.arrayContaining(["exit.household.housing", "quality.household.phone"]),
      fields: [
        "household_year.main_cause",
        "household_year.other_causes",
        "household_year.phone",
        "income_statement.pension",
        "living_condition.house_grade",
        "living_condition.farmland",
        "guarantee.housing",
        "member_year.health",
        "member_year.work_months",
        "member_year.phone",
      ],
      changes: expect.arrayContaining([{ field: "living_condition.house_grade", from: "04", to: "03" }]),
      members: [
        {
          id: head?.id,
          fields: ["member_year.health", "member_year.work_months", "member_year.phone"],
          changes: [{ field: "member_year.work_months", from: null, to: 7 }],
        },
      ],
    });
  }));

test("that changes nothing leaves version and record as they were", () =>
  rolledBack(async (t) => {
    const key = await onTheBooks(t, { fields: { "living_condition.house_grade": "04" } });
    const { body } = await t
      .as(await t.aPerson())
      .patch<Household>(book(key), { version: 1, livingCondition: { houseGrade: "04", fuel: null } });
    expect(body.version).toBe(1);
    const events = await t.asSystem(({ tx }) =>
      tx.selectFrom("audit.event").select("id").where("action", "=", "household.update").execute(),
    );
    expect(events).toEqual([]);
  }));

test("is refused when somebody else was faster or the book is locked", () =>
  rolledBack(async (t) => {
    const key = await onTheBooks(t);
    const officer = t.as(await t.aPerson());
    const edit = { version: 1, livingCondition: { houseGrade: "03" } };
    expect((await officer.patch(book(key), edit)).status).toBe(200);
    expect((await officer.patch(book(key), edit)).body).toMatchObject({
      status: 409,
      code: "household.changed-meanwhile",
    });
    await t.asSystem(({ tx }) =>
      tx.updateTable("registry.household_year").set({ book_status: "locked" }).execute(),
    );
    expect((await officer.get<Household>(url(key))).body.can.update).toBe(false);
    expect((await officer.patch(book(key), { ...edit, version: 2 })).body.code).toBe("household.book-locked");
  }));

test("takes no status, no unknown code and no contradiction", () =>
  rolledBack(async (t) => {
    const key = await onTheBooks(t, { fields: { "household_year.main_cause": "01" } });
    const officer = t.as(await t.aPerson());
    const refusal = async (edit: object) =>
      (await officer.patch(book(key), { version: 1, ...edit })).body.code;
    expect(await refusal({ householdFields: { exitStatus: "1" } })).toBe("request.invalid");
    expect(await refusal({ livingCondition: { houseGrade: "77" } })).toBe("household.unknown-code");
    expect(await refusal({ householdFields: { otherCauses: ["01"] } })).toBe("household.cause-repeated");
    expect(await refusal({ householdFields: { otherCauses: ["02", "03", "07"] } })).toBe(
      "household.cause-repeated",
    );
    expect(await refusal({ members: [{ id: nobody.id, fields: { workMonths: 1 } }] })).toBe(
      "household.unknown-member",
    );
    const { body } = await officer.get<Household>(url(key));
    const contradiction = { members: [{ id: body.members[0]?.id, fields: { health: ["01", "02"] } }] };
    expect(await refusal(contradiction)).toBe("household.health-contradicts");
    expect(body.version).toBe(1);
  }));

test("needs the right and the place", () =>
  rolledBack(async (t) => {
    const key = await onTheBooks(t);
    const edit = { version: 1, livingCondition: { houseGrade: "03" } };
    expect((await t.anyone.patch(book(key), edit)).status).toBe(401);
    const reader = t.as(await t.aPerson({ role: "cityReader", areaCode: "411700000000" }));
    expect((await reader.patch(book(key), edit)).status).toBe(403);
    const neighbour = t.as(await t.aPerson({ areaCode: "411702101000", role: "townshipClerk" }));
    expect((await neighbour.patch(book(key), edit)).status).toBe(404);
  }));
