/** What-if through HTTP: who changes side, rows behind every cell, who may ask, and what stays as it was. */
import { sql } from "kysely";
import { expect, test, vi } from "vitest";
import { aHousehold } from "../../../test/a-household.ts";
import { type TestApi, type TestPerson, rolledBack } from "../../../test/api.ts";
import { evaluateCounty } from "../evaluation/evaluation.service.ts";
import type { WhatIf, WhatIfRows } from "./what-if.contract.ts";
import { tryPolicy } from "./what-if.service.ts";

const area = "411702000000";
const income = "exit.household.income";
const housing = "exit.household.housing";
const url = (id: string) => `/policies/rules/${id}/what-if`;

/** Five households of 4000 元 in one township and three of 9000 元 in another, two persons each; one without an income. */
async function aCounty(t: TestApi): Promise<void> {
  const members = [{}, { inYear: { relation: "03" } }];
  const income = (yuan: number) => ({ wage: yuan * 200, production: 0, production_cost: 0 });
  await t.asSystem(async (work) => {
    for (let index = 0; index < 5; index++)
      await aHousehold(work, { areaCode: "411702100200", income: income(4000), members });
    for (let index = 0; index < 3; index++)
      await aHousehold(work, { areaCode: "411702101201", income: income(9000), members });
    await aHousehold(work, { areaCode: "411702101201", members });
    await evaluateCounty(work, "411702", 2018);
  });
}

const higherLine = { area, year: 2018, change: { line: { kind: "poverty", amount: 500_000 } } };

async function tried(t: TestApi, person: TestPerson, id: string, body: object): Promise<WhatIf> {
  const reply = await t.as(person).post<WhatIf>(url(id), body);
  expect(reply.status).toBe(200);
  return reply.body;
}

test("a higher line shows who would change side, by place, with persons beside households", () =>
  rolledBack(async (t) => {
    await aCounty(t);
    const found = await tried(t, await t.aPerson(), income, higherLine);
    expect(found.total).toMatchObject({
      all: { households: 9, persons: 18 },
      changed: { households: 5, persons: 10 },
    });
    expect(found.total.cells).toHaveLength(3);
    expect(found.total.cells).toEqual(
      expect.arrayContaining([
        { from: "pass", to: "fail", households: 5, persons: 10 },
        { from: "pass", to: "pass", households: 3, persons: 6 },
        { from: "unknown", to: "unknown", households: 1, persons: 2 },
      ]),
    );
    const moved = found.children.map(({ name, changed }) => [name, changed.households]);
    expect(moved).toEqual([
      ["水屯镇", 5],
      [expect.any(String), 0],
    ]);
    expect(found.counties).toMatchObject({ judged: 1, of: 1, cut: false });
    expect(found.stale).toBe(false);
  }));

test("every cell opens to its households, masked, a page at a time, each with its sentence", () =>
  rolledBack(async (t) => {
    await aCounty(t);
    const officer = t.as(await t.aPerson());
    const rows = (more: object) =>
      officer.post<WhatIfRows>(`${url(income)}/rows`, { ...higherLine, ...more });
    const first = (await rows({ limit: 3 })).body;
    const second = (await rows({ limit: 3, after: first.next })).body;
    expect([first.rows.length, second.rows.length, second.next]).toEqual([3, 2, null]);
    const ids = [...first.rows, ...second.rows].map(({ householdId }) => householdId);
    expect(new Set(ids).size).toBe(5);
    expect(first.rows[0]).toMatchObject({
      from: "pass",
      to: "fail",
      maskedHead: "王**",
      memberId: null,
      sentence: { zh: expect.stringContaining("没有超过扶贫标准5,000元") },
    });
    const same = await rows({ cell: { from: "pass", to: "pass" } });
    expect(same.body.rows).toHaveLength(3);
    const elsewhere = await rows({ place: "411702101000" });
    expect(elsewhere.body.rows).toEqual([]);
  }));

test("members are counted and listed one by one for a rule that judges members", () =>
  rolledBack(async (t) => {
    await aCounty(t);
    const body = { area, year: 2018, change: { when: "与户主关系 = '户主'" } };
    const officer = await t.aPerson();
    const found = await tried(t, officer, "quality.member.relation", body);
    expect(found.total).toMatchObject({
      all: { households: 9, persons: 18 },
      changed: { households: 9, persons: 9 },
    });
    const rows = (after: WhatIfRows["next"]) =>
      t.as(officer).post<WhatIfRows>(`${url("quality.member.relation")}/rows`, {
        ...body,
        limit: 5,
        ...(after && { after }),
      });
    const first = (await rows(null)).body;
    const second = (await rows(first.next)).body;
    expect(first.rows[0]).toMatchObject({ maskedMember: "王**", from: "pass", to: "fail" });
    const members = [...first.rows, ...second.rows].map(({ memberId }) => memberId);
    expect([new Set(members).size, second.next]).toEqual([9, null]);
  }));

test("a mistake in the condition is told with its place, in both languages", () =>
  rolledBack(async (t) => {
    const body = { area, year: 2018, change: { when: "住房等级 in ('A级', 'F级')" } };
    const reply = await t.as(await t.aPerson()).post(url(housing), body);
    expect(reply).toMatchObject({
      status: 422,
      body: {
        code: "verdict.what-if-condition",
        detail: { position: 16, length: 4 },
        zh: expect.stringContaining("F级"),
        en: expect.stringContaining("F级"),
      },
    });
  }));

const attempts = [
  "true; drop table verdicts.rule",
  "true) as before, 1 as after from verdicts.fact f --",
  "家庭人口 > (select 1)",
  "pg_sleep(30) is null",
  "家庭人口 > 0 union select 1",
  '"f.persons or true" > 0',
  "家庭人口 > $1",
  "住房等级 = 'A级'' or true or ''1''=''1'",
  String.raw`住房等级 = '\'; delete from verdicts.fact; --'`,
  "1e9999 > 0",
  "/* x */ true",
];

test.each(attempts)("nothing but the rule language reaches the database: %s", (when) =>
  rolledBack(async (t) => {
    await aCounty(t);
    const officer = t.as(await t.aPerson());
    for (const path of [url(housing), `${url(housing)}/rows`]) {
      const reply = await officer.post(path, { area, year: 2018, change: { when } });
      expect(reply).toMatchObject({ status: 422, body: { code: "verdict.what-if-condition" } });
    }
    await expectWhole(t);
  }),
);

// Texts that compare with texts are the only words of a request that stay in the statement: quoted by the compiler.
test.each([
  "'a'' or true or ''' = 'b'",
  String.raw`'a\' = 'b' or '; drop table verdicts.fact; --' = 'b'`,
  "'$1' = '$2' or 'a' = '::int; select 1'",
])("a text stays a text: %s", (when) =>
  rolledBack(async (t) => {
    await aCounty(t);
    const { total } = await tried(t, await t.aPerson(), income, { area, year: 2018, change: { when } });
    expect(total.cells.map(({ to }) => to)).toEqual(total.cells.map(() => "fail"));
    await expectWhole(t);
  }),
);

test("an amount that is no whole number of fen, a rule or a place that is none, are refused", () =>
  rolledBack(async (t) => {
    await aCounty(t);
    const officer = t.as(await t.aPerson());
    for (const amount of ["1; drop table verdicts.fact", 1.5, -1, 1e300]) {
      const change = { line: { kind: "poverty", amount } };
      expect((await officer.post(url(income), { area, year: 2018, change })).status).toBe(400);
    }
    expect((await officer.post(url("x'; drop table a"), higherLine)).status).toBe(404);
    const place = "411702' or true";
    expect((await officer.post(`${url(income)}/rows`, { ...higherLine, place })).status).toBe(400);
    await expectWhole(t);
  }));

test("a line that the rule does not use, and a year it does not hold in, are said to be so", () =>
  rolledBack(async (t) => {
    await aCounty(t);
    const officer = t.as(await t.aPerson());
    expect(await officer.post(url(housing), higherLine)).toMatchObject({
      status: 422,
      body: { code: "verdict.what-if-no-line" },
    });
    expect(
      await officer.post(url("guangxi.exit.household.source"), { ...higherLine, change: { when: "true" } }),
    ).toMatchObject({
      status: 409,
      body: { code: "verdict.what-if-not-in-force" },
    });
    expect(await officer.post(url(income), { ...higherLine, year: 2017 })).toMatchObject({
      status: 404,
      body: { code: "verdict.no-book" },
    });
  }));

test("the trial is recorded with the rule's id and no more, and nothing else is written", () =>
  rolledBack(async (t) => {
    await aCounty(t);
    const officer = await t.aPerson();
    const before = await contents(t);
    await tried(t, officer, income, higherLine);
    await tried(t, officer, housing, { area, year: 2018, change: { when: "住房等级 = 'A级'" } });
    expect(await contents(t)).toEqual(before);
    const events = await t.asSystem((work) =>
      work.tx
        .selectFrom("audit.event")
        .select(["subject_kind", "subject_id", "area_code", "detail"])
        .where("action", "=", "policy.what-if")
        .orderBy("id")
        .execute(),
    );
    expect(events).toEqual([
      {
        subject_kind: "rule",
        subject_id: income,
        area_code: area,
        detail: { year: 2018, changed: "poverty", amount: 500_000 },
      },
      {
        subject_kind: "rule",
        subject_id: housing,
        area_code: area,
        detail: { year: 2018, changed: "when", amount: null },
      },
    ]);
  }));

test("readers of a city or province and the county's officer may ask, of their own place only", () =>
  rolledBack(async (t) => {
    await aCounty(t);
    const asked = async (role: "cityReader" | "townshipClerk" | "countyDataOfficer", areaCode: string) => {
      const person = t.as(await t.aPerson({ role, areaCode }));
      return [
        (await person.post(url(income), higherLine)).status,
        (await person.post(`${url(income)}/rows`, higherLine)).status,
      ];
    };
    expect(await asked("cityReader", "411700000000")).toEqual([200, 200]);
    expect(await asked("townshipClerk", "411702100000")).toEqual([403, 403]);
    expect(await asked("countyDataOfficer", "411721000000")).toEqual([404, 404]);
  }));

test("a city is judged county by county, and says which counties it leaves out", () =>
  rolledBack(async (t) => {
    await aCounty(t);
    await t.asSystem((work) => aHousehold(work, { areaCode: "411721100200" }));
    const reader = await t.aPerson({ role: "cityReader", areaCode: "411700000000" });
    const found = await tried(t, reader, income, { ...higherLine, area: "411700000000" });
    expect(found.counties).toMatchObject({ judged: 1, of: 1, notEvaluated: [{ code: "411721000000" }] });
    expect(found.children.map(({ code, changed }) => [code, changed.households])).toEqual([
      ["411702000000", 5],
    ]);
  }));

test("when time is up the answer says which part was judged, and no number pretends to be whole", () =>
  rolledBack(async (t) => {
    await aCounty(t);
    const city = "411700000000";
    const found = await t.asSystem(async (work) => {
      await aHousehold(work, { areaCode: "411721100200" });
      await evaluateCounty(work, "411721", 2018);
      // Every look at the clock is eleven seconds later: time for one county and not for two.
      let seconds = 0;
      const clock = vi.spyOn(performance, "now").mockImplementation(() => (seconds += 11) * 1000);
      try {
        return await tryPolicy(work, income, {
          area: city,
          year: 2018,
          change: { line: { kind: "poverty", amount: 500_000 } },
        });
      } finally {
        clock.mockRestore();
      }
    });
    expect(found.counties).toMatchObject({ judged: 1, of: 2, cut: true });
    expect(found.total.all.households).toBe(9);
  }));

/** How much of everything that a what-if could touch there is. */
async function contents(t: TestApi): Promise<unknown> {
  const result = await t.asSystem((work) =>
    sql`select (select count(*) from verdicts.fact) as facts, (select count(*) from verdicts.verdict) as verdicts,
      (select md5(string_agg(expression, '' order by id)) from verdicts.rule) as rules,
      (select md5(string_agg(l::text, '' order by l::text)) from verdicts.line l) as lines,
      (select sum(exit_pass) from verdicts.rollup) as rollup`.execute(work.tx),
  );
  return result.rows[0];
}

async function expectWhole(t: TestApi): Promise<void> {
  expect(await contents(t)).toMatchObject({ facts: 9, verdicts: 9 });
}
