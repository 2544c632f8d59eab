import { describe, expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aHousehold, aReadMember, syntheticId } from "../../test/register-builders.ts";
import type { Household, OpenedHousehold } from "./household.contract.ts";

const county = "411702000000";

function onTheBooks(t: TestApi, wanted: Parameters<typeof aHousehold>[1] = {}) {
  return t.asSystem((work) => aHousehold(work, wanted), county);
}

const url = (key: { county: string; id: string }) => `/counties/${key.county}/households/${key.id}`;
const nobody = { county: "411702", id: "0190a000-0000-7000-8000-000000000000" };

describe("the page of a household", () => {
  test("shows its book masked, with codes and labels and both parts of the income per head", () =>
    rolledBack(async (t) => {
      const key = await onTheBooks(t, {
        phone: "13800001234",
        helper: { name: "李助民", unit: "交通局", phone: "13900005678" },
        fields: {
          "income_statement.wage": 1_000_000,
          "income_statement.production": 600_000,
          "income_statement.production_cost": 210_000,
          "living_condition.house_grade": "04",
          "monitoring.category": "02",
          "monitoring.risks": ["01"],
          "household_year.other_causes": ["07"],
        },
        members: [
          aReadMember({
            name: "王建国",
            idNumber: "990101198001010011",
            phone: "13700001111",
            phoneState: "valid",
          }),
          aReadMember({ name: "张秀英", isHead: false }),
          aReadMember({
            name: "王远嫁",
            isHead: false,
            fields: { "member_year.member_status": "2", "member_year.change_reason": "02" },
          }),
        ],
      });
      const { status, body } = await t.as(await t.aPerson()).get<Household>(url(key));
      expect(status).toBe(200);
      expect(body).toMatchObject({
        registerNo: key.registerNo,
        year: 2018,
        years: [2018],
        version: 1,
        bookStatus: "draft",
        maskedHead: "王**",
        maskedPhone: "138****1234",
        persons: 2,
        exitStatus: { code: "0", label: "未脱贫" },
        otherCauses: [{ code: "07", label: "缺技术" }],
        income: { gross: 1_600_000, net: 1_390_000, reference: 1_390_000 },
        livingCondition: { houseGrade: { code: "04", label: "C级" }, waterSafe: null },
        guarantee: null,
        monitoring: { category: { code: "02" }, risks: [{ code: "01", label: "因病" }] },
        helpers: [{ maskedName: "李**", unitName: "交通局", maskedPhone: "139****5678" }],
        can: { update: true, open: true },
      });
      expect(body.path.map((place) => place.name)).toEqual([
        "河南省",
        "驻马店市",
        "驿城区",
        "水屯镇",
        "孟庄村民委员会",
      ]);
      expect(body.members[0]).toMatchObject({
        maskedName: "王**",
        maskedId: "9901**********0011",
        maskedPhone: "137****1111",
        isHead: true,
        age: 38,
        counts: true,
      });
      expect(body.members.find((member) => !member.counts)).toMatchObject({
        changeReason: { label: "嫁出" },
      });
      expect(JSON.stringify(body)).not.toMatch(/建国|秀英|助民|19800101|13800001234/);
    }));

  test("is found only in the area, by who is signed in, in a year that has a book", () =>
    rolledBack(async (t) => {
      const key = await onTheBooks(t);
      const officer = t.as(await t.aPerson());
      const neighbour = t.as(await t.aPerson({ areaCode: "411702101000", role: "townshipClerk" }));
      expect((await t.anyone.get(url(key))).status).toBe(401);
      expect((await officer.get("/counties/4117/households/1")).status).toBe(404);
      expect((await neighbour.get(url(key))).body.code).toBe("household.not-found");
      expect((await officer.get(url(nobody))).status).toBe(404);
      expect((await officer.get(`${url(key)}?year=2016`)).body.code).toBe("household.no-book");
    }));

  test("is there for a helper only when the household is his", () =>
    rolledBack(async (t) => {
      const own = await onTheBooks(t, { helper: { name: "李助民", unit: null, phone: null } });
      const other = await onTheBooks(t);
      const helperId = await t.asSystem(async ({ tx }) => {
        const row = await tx.selectFrom("registry.helper").select("id").executeTakeFirstOrThrow();
        return row.id;
      });
      const helper = t.as(await t.aPerson({ role: "helper", areaCode: county, helperId }));
      expect((await helper.get<Household>(url(own))).body).toMatchObject({
        can: { update: false, open: true },
      });
      expect((await helper.get(url(other))).status).toBe(404);
      expect((await helper.post(`${url(other)}/open`, { purpose: "入户走访" })).status).toBe(404);
    }));
});

describe("opening a household", () => {
  test("gives names and numbers in full and records who opened them for what", () =>
    rolledBack(async (t) => {
      const key = await onTheBooks(t, {
        phone: "13800001234",
        members: [aReadMember({ idNumber: "990101198001010011" })],
      });
      const person = await t.aPerson({ role: "villageTeam", areaCode: "411702100202" });
      const { status, body } = await t
        .as(person)
        .post<OpenedHousehold>(`${url(key)}/open`, { purpose: "入户走访核对" });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        phone: "13800001234",
        members: [{ name: "王建国", idNumber: "990101198001010011" }],
      });
      const events = await t.asSystem(({ tx }) =>
        tx
          .selectFrom("audit.event")
          .select(["person_id", "detail", "area_code"])
          .where("action", "=", "household.open")
          .execute(),
      );
      expect(events).toEqual([
        { person_id: person.id, area_code: "411702100202", detail: { year: 2018, purpose: "入户走访核对" } },
      ]);
    }));

  test("needs a purpose and the right", () =>
    rolledBack(async (t) => {
      const key = await onTheBooks(t);
      const reader = t.as(await t.aPerson({ role: "cityReader", areaCode: "411700000000" }));
      expect((await reader.get<Household>(url(key))).body.can).toEqual({ update: false, open: false });
      expect((await reader.post(`${url(key)}/open`, { purpose: "入户走访" })).status).toBe(403);
      expect((await t.as(await t.aPerson()).post(`${url(key)}/open`, { purpose: " " })).status).toBe(400);
    }));
});

test("a number is sealed in the database and bound to its row", () =>
  rolledBack(async (t) => {
    const idNumber = syntheticId();
    await onTheBooks(t, { members: [aReadMember({ idNumber }), aReadMember({ isHead: false })] });
    await t.asSystem(async ({ tx }) => {
      const [one, two] = await tx.selectFrom("registry.member").select(["id", "id_cipher"]).execute();
      expect(one?.id_cipher?.includes(idNumber)).toBe(false);
      await tx
        .updateTable("registry.member")
        .set({ id_cipher: two?.id_cipher ?? null })
        .where("id", "=", one?.id ?? "")
        .execute();
    });
    const key = await t.asSystem(({ tx }) =>
      tx.selectFrom("registry.household").select(["county_code", "id"]).executeTakeFirstOrThrow(),
    );
    expect((await t.as(await t.aPerson()).get(url({ county: key.county_code, id: key.id }))).status).toBe(
      500,
    );
  }));
