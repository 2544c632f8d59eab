/** The household list through HTTP: filters that no evaluation is needed for, and totals that do not pretend. */
import { expect, test } from "vitest";
import { type BuiltHousehold, aHousehold } from "../../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../../test/api.ts";
import type { Work } from "../../access/work.ts";
import { newId } from "../../../platform/id.ts";
import { makeKeys } from "../../../platform/secrets/key-ring.ts";
import { installKeys } from "../../../platform/secrets/secrets.ts";
import type { HouseholdPageOf } from "./household-list.contract.ts";

installKeys(makeKeys());

async function search(t: TestApi, wanted: object): Promise<HouseholdPageOf> {
  const officer = await t.aPerson();
  const reply = await t
    .as(officer)
    .post<HouseholdPageOf>("/areas/411702000000/households/search", { year: 2018, ...wanted });
  expect(reply.status).toBe(200);
  return reply.body;
}

const idsOf = (page: HouseholdPageOf): string[] => page.rows.map((row) => row.id);

async function assignHelper(work: Work, book: BuiltHousehold, endedOn: string | null): Promise<void> {
  const helper_id = newId(work.now);
  const county_code = book.county;
  await work.tx
    .insertInto("registry.helper")
    .values({ county_code, id: helper_id, name: "李建国", created_at: work.now })
    .execute();
  const assignment = {
    household_id: book.householdId,
    helper_id,
    started_on: "2016-03-01",
    ended_on: endedOn,
  };
  await work.tx
    .insertInto("registry.helper_assignment")
    .values({ county_code, area_code: "411702100200", ...assignment })
    .execute();
}

test("households with and without a helper at the year's end are told apart", () =>
  rolledBack(async (t) => {
    const [helped, left, never, unsaid] = await t.asSystem(async (work) => {
      const books = [
        await aHousehold(work),
        await aHousehold(work),
        await aHousehold(work, { book: { no_helper: true } }),
        await aHousehold(work),
      ] as const;
      await assignHelper(work, books[0], "2019-06-30");
      await assignHelper(work, books[1], "2018-06-30");
      return books;
    });
    expect(idsOf(await search(t, { helped: true }))).toEqual([helped.householdId]);
    const without = await search(t, { helped: false });
    expect(idsOf(without)).toEqual([left.householdId, never.householdId]);
    expect(without).toMatchObject({ total: 2, totalIsLeast: false });
    expect(idsOf(await search(t, { helped: "unknown" }))).toEqual([unsaid.householdId]);
  }));

test("monitored households are those whose risk is not eliminated", () =>
  rolledBack(async (t) => {
    const [atRisk, eliminated, plain, unsaid] = await t.asSystem(
      async (work) =>
        [
          await aHousehold(work, { monitoring: { category: "01" } }),
          await aHousehold(work, { monitoring: { category: "01", eliminated: true } }),
          await aHousehold(work, { monitoring: { not_monitored: true } }),
          await aHousehold(work),
        ] as const,
    );
    expect(idsOf(await search(t, { monitored: true }))).toEqual([atRisk.householdId]);
    expect(idsOf(await search(t, { monitored: false }))).toEqual([eliminated.householdId, plain.householdId]);
    expect(idsOf(await search(t, { monitored: "unknown" }))).toEqual([unsaid.householdId]);
  }));

test("households of poor villages are told apart from the year on in which the village came on the list", () =>
  rolledBack(async (t) => {
    const [poor, other] = await t.asSystem(async (work) => {
      const village = { county_code: "411702", area_code: "411702100200", source: "test" };
      await work.tx
        .insertInto("registry.poor_village")
        .values({ ...village, designated_by: "national", designated_year: 2014 })
        .execute();
      return [await aHousehold(work), await aHousehold(work, { areaCode: "411702100201" })] as const;
    });
    expect(idsOf(await search(t, { poorVillage: true }))).toEqual([poor.householdId]);
    expect(idsOf(await search(t, { poorVillage: false }))).toEqual([other.householdId]);
  }));

/** Many households at once: numbers and books, nobody in them. */
async function manyHouseholds(
  work: Work,
  registerNos: string[],
  place = { county_code: "411702", area_code: "411702100200" },
): Promise<void> {
  const rows = registerNos.map((register_no) => ({ ...place, register_no, id: newId(work.now) }));
  await work.tx
    .insertInto("registry.household")
    .values(rows.map((row) => ({ ...row, created_at: work.now })))
    .execute();
  const books = rows.map(({ id, ...row }) => ({
    ...row,
    household_id: id,
    year: 2018,
    updated_at: work.now,
  }));
  await work.tx.insertInto("registry.household_year").values(books).execute();
}

test("a search that stops at its cap says that its total is the least", () =>
  rolledBack(async (t) => {
    const numbers = Array.from({ length: 500 }, (_, at) => `9900${String(at).padStart(4, "0")}`);
    await t.asSystem((work) => manyHouseholds(work, numbers));
    expect(await search(t, { text: "9900", limit: 1 })).toMatchObject({ total: 500, totalIsLeast: false });
    await t.asSystem((work) => manyHouseholds(work, ["99000500"]));
    expect(await search(t, { text: "9900", limit: 1 })).toMatchObject({ total: 500, totalIsLeast: true });
    expect(await search(t, { text: "990004", limit: 1 })).toMatchObject({ total: 100, totalIsLeast: false });
  }));

test("the order of household numbers turns round, and its pages join without a gap", () =>
  rolledBack(async (t) => {
    const numbers = ["5501", "5502", "5503", "5504", "5505"];
    await t.asSystem((work) => manyHouseholds(work, numbers));
    const read = async (order?: "ascending" | "descending"): Promise<string[]> => {
      const first = await search(t, { order, limit: 2 });
      const second = await search(t, { order, limit: 2, after: first.next });
      const third = await search(t, { order, limit: 2, after: second.next });
      expect(third.next).toBeNull();
      return [first, second, third].flatMap((page) => page.rows.map((row) => row.registerNo));
    };
    expect(await read()).toEqual(numbers);
    expect(await read("ascending")).toEqual(numbers);
    expect(await read("descending")).toEqual([...numbers].reverse());
  }));

test("from any page the list is read back to its first one, in either order", () =>
  rolledBack(async (t) => {
    const numbers = ["5501", "5502", "5503", "5504", "5505"];
    await t.asSystem((work) => manyHouseholds(work, numbers));
    const numbersOf = (page: HouseholdPageOf): string[] => page.rows.map((row) => row.registerNo);
    for (const order of ["ascending", "descending"] as const) {
      const ordered = order === "ascending" ? numbers : numbers.toReversed();
      const first = await search(t, { order, limit: 2 });
      const second = await search(t, { order, limit: 2, after: first.next });
      const last = await search(t, { order, limit: 2, after: second.next });
      expect([first.previous, last.next]).toEqual([null, null]);
      const back = await search(t, { order, limit: 2, before: last.previous });
      expect(numbersOf(back)).toEqual(ordered.slice(2, 4));
      expect(back).toMatchObject({ next: second.next, previous: second.previous, total: 5 });
      const start = await search(t, { order, limit: 2, before: back.previous });
      expect(numbersOf(start)).toEqual(ordered.slice(0, 2));
      expect(start).toMatchObject({ next: first.next, previous: null });
    }
  }));

test("a page whose household is not in the book of the year is said to be gone", () =>
  rolledBack(async (t) => {
    const { householdId } = await t.asSystem((work) => aHousehold(work));
    const officer = t.as(await t.aPerson());
    const after = { countyCode: "411702", id: householdId };
    for (const wanted of [
      { year: 2017, after },
      { year: 2018, text: "赵稀有", before: after },
    ])
      expect((await officer.post("/areas/411702000000/households/search", wanted)).body).toMatchObject({
        code: "verdict.page-gone",
        status: 404,
      });
  }));

test("of what a search finds the likeliest comes first, over all its pages", () =>
  rolledBack(async (t) => {
    const whole = { name: "赵稀", name_chars: ["赵", "稀"] };
    const part = { name: "赵稀有", name_chars: ["赵", "稀", "有"] };
    const registerNos = await t.asSystem(async (work) => {
      const books = [];
      for (const members of [[part], [{}, part], [whole], [{}, whole]])
        books.push(await aHousehold(work, { members }));
      return books.map((book) => book.registerNo);
    });
    const [partOfHead, partOfMember, head, member] = registerNos;
    const ordered = [head, member, partOfHead, partOfMember];
    const numbersOf = (page: HouseholdPageOf): string[] => page.rows.map((row) => row.registerNo);
    const first = await search(t, { text: "赵稀", limit: 3 });
    expect(numbersOf(first)).toEqual(ordered.slice(0, 3));
    expect(first).toMatchObject({ total: 4, totalIsLeast: false, previous: null });
    const second = await search(t, { text: "赵稀", limit: 3, after: first.next });
    expect(numbersOf(second)).toEqual(ordered.slice(3));
    expect(numbersOf(await search(t, { text: "赵稀", limit: 3, before: second.previous }))).toEqual(
      ordered.slice(0, 3),
    );
  }));

test("the end of a number and whole pinyin find a household through HTTP, in a body and never in the address", () =>
  rolledBack(async (t) => {
    const members = [
      { name: "赵稀有", name_initials: "zxy", name_pinyin: "zhaoxiyou" },
      { name: "单明", name_pinyin: "shanming", name_pinyin_other: "danming" },
    ];
    const { householdId } = await t.asSystem((work) =>
      aHousehold(work, { registerNo: "41170200012345", members }),
    );
    const byOf = async (text: string) => {
      const { rows } = await search(t, { text });
      return rows.flatMap((row) => (row.id === householdId ? row.matches.map(({ by }) => by) : []));
    };
    expect(await byOf("2345")).toEqual(["registerNoTail"]);
    expect(await byOf("zhao xiyou")).toEqual(["pinyin"]);
    expect(await byOf("danm")).toEqual(["pinyin"]);
    expect(await byOf("zxy")).toEqual(["initials"]);
    expect(await byOf("345")).toEqual([]);
    const officer = t.as(await t.aPerson());
    expect((await officer.get("/areas/411702000000/households/search?text=2345")).status).toBe(404);
  }));

test("backwards, the last county comes first", () =>
  rolledBack(async (t) => {
    const city = "411700000000";
    const reader = await t.aPerson({ role: "cityReader", areaCode: city });
    await t.asSystem(async (work) => {
      await manyHouseholds(work, ["5501", "5502"]);
      await manyHouseholds(work, ["5601", "5602"], { county_code: "411728", area_code: "411728100200" });
    }, city);
    const ask = async (wanted: object): Promise<HouseholdPageOf> =>
      (
        await t
          .as(reader)
          .post<HouseholdPageOf>(`/areas/${city}/households/search`, { year: 2018, ...wanted })
      ).body;
    const first = await ask({ order: "descending", limit: 3 });
    expect(first.rows.map((row) => row.registerNo)).toEqual(["5602", "5601", "5502"]);
    const last = await ask({ order: "descending", limit: 3, after: first.next });
    expect(last.rows.map((row) => row.registerNo)).toEqual(["5501"]);
  }));

test("a hit says whom it matched and by what, masked; a list without a search says nothing", () =>
  rolledBack(async (t) => {
    const members = [
      { name: "赵稀有" },
      { name: "钱稀有", name_chars: ["钱", "稀", "有"], name_initials: "qxy" },
    ];
    const { registerNo } = await t.asSystem((work) => aHousehold(work, { members }));
    const relation = { code: "03", label: "之子", en: "son" };
    const son = { maskedName: "钱**", isHead: false, relation, inBook: "present" };
    const matchesOf = async (wanted: object) => (await search(t, wanted)).rows[0]?.matches;
    expect(await matchesOf({ text: "钱稀有" })).toEqual([{ by: "name", isExact: true, ...son }]);
    expect(await matchesOf({ text: "qx" })).toEqual([{ by: "initials", isExact: false, ...son }]);
    const household = { maskedName: null, isHead: false, relation: null, inBook: null };
    expect(await matchesOf({ text: registerNo })).toEqual([
      { by: "registerNo", isExact: true, ...household },
    ]);
    expect(await matchesOf({})).toEqual([]);
  }));
