/** A year without an exit standard, through HTTP: nobody was asked anything, so nobody waits to be verified. */
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { type BuiltHousehold, aHousehold } from "../../test/a-household.ts";
import { type TestApi, type TestPerson, rolledBack } from "../../test/api.ts";
import { runNewest } from "../../test/run-task.ts";
import { makeKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import { evaluateCounty } from "./evaluation/evaluation.service.ts";
import type { AreaFigures } from "./figures/figure.contract.ts";
import type { StartedHouseholdExport } from "./list/household-export.contract.ts";
import type { HouseholdPageOf } from "./list/household-list.contract.ts";
import type { HouseholdVerdicts } from "./verdict.contract.ts";

installKeys(makeKeys());

const area = "411702000000";

/** Two books of 2014, evaluated, and one of 2018 of another household. */
async function bookOf2014(t: TestApi): Promise<BuiltHousehold> {
  return t.asSystem(async (work) => {
    const book = await aHousehold(work, { year: 2014 });
    await aHousehold(work, { year: 2014, book: { exit_status: "1" } });
    await aHousehold(work);
    await evaluateCounty(work, "411702", 2014);
    await evaluateCounty(work, "411702", 2018);
    return book;
  });
}

async function fileOf(t: TestApi, { token, grantId }: TestPerson, url: string): Promise<Buffer> {
  const headers = { cookie: `jingzhun_session=${token}`, "x-acting-grant": grantId };
  return (await t.app.inject({ method: "GET", url: `/api/v1${url}`, headers })).rawPayload;
}

test("the counts keep households without a standard apart, in every place, and none of them is unknown", () =>
  rolledBack(async (t) => {
    await bookOf2014(t);
    const officer = t.as(await t.aPerson());
    const { body } = await officer.get<AreaFigures>(`/areas/${area}/figures?year=2014`);
    const nobody = { exitPass: 0, exitFail: 0, exitFailOne: 0, exitUnknown: 0, exitNoStandard: 2 };
    expect(body.counts).toMatchObject({ households: 2, ...nobody });
    expect(body.children.find(({ code }) => code === "411702100000")?.counts).toMatchObject(nobody);
    const later = (await officer.get<AreaFigures>(`/areas/${area}/figures?year=2018`)).body.counts;
    expect(later).toMatchObject({ exitUnknown: 1, exitNoStandard: 0 });
  }));

test("the list says so of each household, finds them by it and by no outcome", () =>
  rolledBack(async (t) => {
    await bookOf2014(t);
    const officer = t.as(await t.aPerson());
    const rowsOf = async (search: object) => {
      const url = `/areas/${area}/households/search`;
      return (await officer.post<HouseholdPageOf>(url, { year: 2014, ...search })).body.rows;
    };
    const said = (await rowsOf({})).map(({ exitOutcome }) => exitOutcome);
    expect(said).toEqual(["noStandard", "noStandard"]);
    expect(await rowsOf({ exitOutcome: "noStandard" })).toHaveLength(2);
    for (const exitOutcome of ["unknown", "notApplicable", "pass", "fail"])
      expect(await rowsOf({ exitOutcome })).toEqual([]);
  }));

test("a household's page says so, and an edit of it leaves what an evaluation would write", () =>
  rolledBack(async (t) => {
    const book = await bookOf2014(t);
    const officer = t.as(await t.aPerson());
    const url = `/counties/${book.county}/households/${book.householdId}/books/2014`;
    const { exit } = (await officer.get<HouseholdVerdicts>(`${url}/verdicts`)).body;
    expect(exit).toMatchObject({ outcome: "noStandard", sentence: { zh: "本年度没有退出标准，不作判定" } });
    expect((await officer.patch(url, { version: 1, livingCondition: { houseGrade: "03" } })).status).toBe(
      200,
    );
    const stored = await t.asSystem(({ tx }) =>
      tx
        .selectFrom("verdicts.verdict")
        .select("exit_outcome")
        .where("household_id", "=", book.householdId)
        .execute(),
    );
    expect(stored).toEqual([{ exit_outcome: 3 }]);
  }));

test("files of such a year leave the outcomes empty and say why", () =>
  rolledBack(async (t) => {
    await bookOf2014(t);
    const person = await t.aPerson();
    const csv = (await fileOf(t, person, `/areas/${area}/figures/file?year=2014&format=csv`)).toString();
    const [head = "", ...rows] = csv.split(/\r?\n/);
    const total = rows.find((row) => row.includes("合计"))?.split(",") ?? [];
    const at = (name: string): string | undefined => total[head.split(",").indexOf(name)];
    expect(at("退出标准都达标户")).toBe("");
    expect(at("待核实户")).toBe("");
    expect(at("本年度无退出标准户")).toBe("2");
    const exports = `/areas/${area}/households/exports`;
    const { taskId } = (await t.as(person).post<StartedHouseholdExport>(exports, { year: 2014 })).body;
    await runNewest(t, "household.export");
    const sheet = (await readXlsx(await fileOf(t, person, `${exports}/${taskId}`))).sheets[0]?.rows ?? [];
    expect(sheet[1]?.at(-1)).toBe("本年度无退出标准");
  }));
