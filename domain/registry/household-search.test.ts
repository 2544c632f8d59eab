import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aHousehold, aReadMember, syntheticId } from "../../test/register-builders.ts";
import { scopeOf } from "../access/work.ts";
import type { HouseholdPageOf } from "../verdicts/list/household-list.contract.ts";
import { findHouseholdsByText, matchesOf } from "./household-search.service.ts";
import type { Household } from "./household.contract.ts";

const county = "411702000000";

function search(t: TestApi, text: string, area = county, actorArea = county): Promise<string[]> {
  return t.asSystem(async (work) => {
    const found = await findHouseholdsByText(work, { ...scopeOf(area), text, limit: 100 });
    return found.map((one) => one.householdId);
  }, actorArea);
}

test("a household is found by name, initials, number, id, last four and phone of any member", () =>
  rolledBack(async (t) => {
    const idNumber = syntheticId();
    const members = [
      aReadMember({ name: "单小明", idNumber }),
      aReadMember({ name: "买买提·艾力", isHead: false }),
    ];
    const key = await t.asSystem(
      (work) => aHousehold(work, { phone: "13800001234", registerNo: "4117029988", members }),
      county,
    );
    await t.asSystem((work) => aHousehold(work), county);
    const kinds: [string, string, string | null, boolean][] = [
      ["小明", "name", "单**", false],
      ["单 小明", "name", "单**", true],
      ["dxm", "initials", "单**", false],
      ["shanxiaoming", "pinyin", "单**", true],
      ["Dan Xiao", "pinyin", "单**", false],
      ["买买提艾力", "name", "买**", true],
      [idNumber, "id", "单**", true],
      [idNumber.slice(-4), "idTail", "单**", false],
      ["13800001234", "phone", null, true],
      ["29988", "registerNoTail", null, false],
      ["41170299", "registerNo", null, false],
      ["4117029988", "registerNo", null, true],
    ];
    for (const [text, by, maskedName, isExact] of kinds) {
      const found = await t.asSystem(
        (work) => matchesOf(work, text, [{ countyCode: key.county, householdId: key.id }], 2018),
        county,
      );
      expect(found.get(key.id), text).toEqual([expect.objectContaining({ by, maskedName, isExact })]);
    }
    for (const text of [
      "单小明",
      "小明",
      "单 小明",
      "买买提艾力",
      "买买提·艾力",
      "sxm",
      "SX",
      "dxm",
      "mmt",
      "shan xiaoming",
      "danxiao",
      "maimaitiaili",
      "4117029988",
      "41170299",
      "9988",
      idNumber,
      idNumber.slice(-4),
      "１３８００００１２３４",
    ]) {
      expect(await search(t, text), text).toEqual([key.id]);
    }
    for (const text of [
      "明小",
      "xm",
      "xiaoming",
      "chanxiaoming",
      "单大明",
      "13800001235",
      "988",
      "9998",
      "100%",
    ])
      expect(await search(t, text), text).toEqual([]);
  }));

test("one character is too short, and the search says so", () =>
  rolledBack(async (t) => {
    for (const text of ["王", "w", "1", "𠮷", " "])
      await expect(search(t, text)).rejects.toThrow(/search.too-short/);
  }));

test("a member's own phone finds the household and says whose it is", () =>
  rolledBack(async (t) => {
    const son = aReadMember({ name: "单明", isHead: false, phone: "13900005678", phoneState: "valid" });
    const members = [aReadMember({ name: "单小明", phone: "13900001234", phoneState: "valid" }), son];
    const key = await t.asSystem((work) => aHousehold(work, { phone: "13900001234", members }), county);
    const matchesBy = (text: string) =>
      t.asSystem(async (work) => {
        const found = await matchesOf(work, text, [{ countyCode: key.county, householdId: key.id }], 2018);
        return found.get(key.id)?.map(({ by, maskedName, isHead }) => ({ by, maskedName, isHead }));
      }, county);
    expect(await search(t, "139 0000 5678")).toEqual([key.id]);
    expect(await matchesBy("13900005678")).toEqual([{ by: "phone", maskedName: "单**", isHead: false }]);
    // The head's phone is the household's, too: told once.
    expect(await matchesBy("13900001234")).toEqual([{ by: "phone", maskedName: "单**", isHead: true }]);
  }));

test("a member's phone finds the household as soon as it was keyed, and the number of before no longer", () =>
  rolledBack(async (t) => {
    const members = [aReadMember({ phone: "13700001111", phoneState: "valid" })];
    const key = await t.asSystem((work) => aHousehold(work, { members }), county);
    const officer = t.as(await t.aPerson());
    const url = `/counties/${key.county}/households/${key.id}`;
    const [head] = (await officer.get<Household>(url)).body.members;
    const foundBy = async (text: string) => {
      const { body } = await officer.post<HouseholdPageOf>(`/areas/${county}/households/search`, { text });
      return body.rows.map(({ id, matches }) => [id, ...matches.map(({ by }) => by)]);
    };
    expect(await foundBy("13700001111")).toEqual([[key.id, "phone"]]);
    const edit = { version: 1, members: [{ id: head?.id, fields: { phone: "13700009999" } }] };
    expect((await officer.patch(`${url}/books/2018`, edit)).status).toBe(200);
    expect(await foundBy("13700001111")).toEqual([]);
    expect(await foundBy("13700009999")).toEqual([[key.id, "phone"]]);
  }));

test("last four of an id and last digits of a number are both found, each said to be what it is", () =>
  rolledBack(async (t) => {
    const idNumber = syntheticId();
    const tail = idNumber.slice(-4);
    const [byId, byNumber] = await t.asSystem(async (work) => {
      const one = await aHousehold(work, { members: [aReadMember({ idNumber })] });
      return [one, await aHousehold(work, { registerNo: `41170277${tail}` })] as const;
    }, county);
    expect((await search(t, tail)).toSorted()).toEqual([byId.id, byNumber.id].toSorted());
    const refs = [byId, byNumber].map((key) => ({ countyCode: key.county, householdId: key.id }));
    const found = await t.asSystem((work) => matchesOf(work, tail, refs, 2018), county);
    expect(found.get(byId.id)).toMatchObject([{ by: "idTail", maskedName: "王**" }]);
    expect(found.get(byNumber.id)).toMatchObject([{ by: "registerNoTail", maskedName: null }]);
  }));

test("a search stays in its area and cannot be wider than the actor's place", () =>
  rolledBack(async (t) => {
    const key = await t.asSystem(
      (work) => aHousehold(work, { members: [aReadMember({ name: "赵稀有" })] }),
      county,
    );
    expect(await search(t, "赵稀有", "411702100000")).toEqual([key.id]);
    expect(await search(t, "赵稀有", "411702101000")).toEqual([]);
    expect(await search(t, "赵稀有", "410000000000", "410000000000")).toEqual([key.id]);
    await expect(search(t, "赵稀有", "411700000000", county)).rejects.toMatchObject({ code: "42501" });
  }));

test("each household that a search finds has a match that says why", () =>
  rolledBack(async (t) => {
    const idNumber = syntheticId();
    const texts = [
      "稀有",
      "买买提",
      "xy",
      "dxm",
      "sxm",
      "mmt",
      "zhaoxi",
      "dan",
      "maimaiti",
      idNumber,
      idNumber.slice(-4),
      "13800001234",
      "41170299",
      "9901",
    ];
    await t.asSystem(async (work) => {
      const names = ["赵稀有", "钱稀有才", "单小明", "买买提·艾力", "徐叶"];
      const households = [
        { phone: "13800001234", members: names.map((name, at) => aReadMember({ name, isHead: at === 0 })) },
        { registerNo: "4117029901", members: [aReadMember({ name: "薛稀有", idNumber })] },
        { registerNo: "4117029902", phone: "13800001234", members: [aReadMember({ name: "单小明" })] },
      ];
      for (const one of households) await aHousehold(work, one);
    }, county);
    await t.asSystem(async (work) => {
      for (const text of texts) {
        const found = await findHouseholdsByText(work, { ...scopeOf(county), text, limit: 100 });
        const matches = await matchesOf(work, text, found, 2018);
        expect(found.length, text).toBeGreaterThan(0);
        expect([...matches.keys()].toSorted(), text).toEqual(
          found.map(({ householdId }) => householdId).toSorted(),
        );
      }
    }, county);
  }));

test("a member without a relation is in the book; one who left or is in another year's book is said to be", () =>
  rolledBack(async (t) => {
    const left = { "member_year.member_status": "2" };
    const key = await t.asSystem(
      (work) =>
        aHousehold(work, {
          members: [
            aReadMember({ name: "赵稀有" }),
            aReadMember({ name: "钱稀有", isHead: false }),
            aReadMember({ name: "孙稀有", isHead: false, fields: left }),
          ],
        }),
      county,
    );
    const inBooks = (year: number) =>
      t.asSystem(async (work) => {
        await work.tx
          .updateTable("registry.member_year")
          .set({ relation: null })
          .where("relation", "=", "02")
          .where("member_status", "=", "1")
          .execute();
        const found = await matchesOf(work, "稀有", [{ countyCode: key.county, householdId: key.id }], year);
        return Object.fromEntries(
          (found.get(key.id) ?? []).map(({ maskedName, inBook }) => [maskedName, inBook]),
        );
      }, county);
    expect(await inBooks(2018)).toEqual({ "赵**": "present", "钱**": "present", "孙**": "left" });
    expect(await inBooks(2017)).toEqual({ "赵**": "absent", "钱**": "absent", "孙**": "absent" });
  }));

test("a helper's own household is found behind any number of others of the same name", () =>
  rolledBack(async (t) => {
    const namesake = () => ({ members: [aReadMember({ name: "王同名" })] });
    const found = await t.asSystem(async (work) => {
      await aHousehold(work, namesake());
      const own = await aHousehold(work, {
        ...namesake(),
        helper: { name: "李助民", unit: null, phone: "13900005678" },
      });
      await aHousehold(work, namesake());
      const { helper_id: helperId } = await work.tx
        .selectFrom("registry.helper_assignment")
        .select("helper_id")
        .executeTakeFirstOrThrow();
      const asHelper = { ...work, actor: { ...work.actor, helperId } };
      const text = { ...scopeOf(county), text: "王同名", limit: 1 };
      return { own: own.id, found: await findHouseholdsByText(asHelper, text) };
    }, county);
    expect(found.found.map(({ householdId }) => householdId)).toEqual([found.own]);
  }));
