/** Exports through HTTP: the table of places, and the household list by way of a task. */
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import type { Task } from "../../apps/api/task.contract.ts";
import { aHousehold } from "../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { makeKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import { runNewest } from "../../test/run-task.ts";
import type { EventPage } from "../audit/event.contract.ts";
import { evaluateCounty } from "./evaluation/evaluation.service.ts";
import type { StartedHouseholdExport } from "./list/household-export.contract.ts";

installKeys(makeKeys());

async function twoHouseholds(t: TestApi): Promise<void> {
  await t.asSystem(async (work) => {
    await aHousehold(work, { registerNo: "E1", income: { wage: 1_234_550 } });
    await aHousehold(work, { registerNo: "E2", book: { exit_status: "1" } });
    await evaluateCounty(work, "411702", 2018);
  });
}

const fetchFile = async (t: TestApi, headers: Record<string, string>, url: string) => {
  const reply = await t.app.inject({ method: "GET", url: `/api/v1${url}`, headers });
  return { status: reply.statusCode, headers: reply.headers, bytes: reply.rawPayload };
};

const sessionOf = ({ token, grantId }: { token: string; grantId: string }) => ({
  cookie: `jingzhun_session=${token}`,
  "x-acting-grant": grantId,
});

test("the places below come as a workbook and as text, with total, as-of, snapshot and formulas", () =>
  rolledBack(async (t) => {
    await twoHouseholds(t);
    const headers = sessionOf(await t.aPerson());
    const url = "/areas/411702000000/figures/file?year=2018";
    const xlsx = await fetchFile(t, headers, `${url}&format=xlsx`);
    expect(xlsx.status).toBe(200);
    expect(xlsx.headers["content-disposition"]).toContain(encodeURIComponent("驿城区2018年各地区数字.xlsx"));
    const rows = (await readXlsx(xlsx.bytes)).sheets[0]?.rows ?? [];
    const town = rows.find((row) => row[0] === "411702100000");
    expect(town?.slice(1, 5)).toEqual(["水屯镇", 2, 2, 1]);
    expect(rows.find((row) => row[1] === "合计")?.slice(2, 4)).toEqual([2, 2]);
    expect(rows.find((row) => row[0] === "快照")?.[1]).toMatch(/^[0-9a-f-]{36}$/);
    expect(rows.filter((row) => row[0] === "计算方法")).toHaveLength(19);
    const csv = (await fetchFile(t, headers, `${url}&format=csv`)).bytes.toString();
    expect(csv).toContain("411702100000,水屯镇,2,2,1,0,1,");
    // A place without data is empty, not zero.
    expect(csv).toMatch(/411702101000,[^,]+,,,/);
    const elsewhere = sessionOf(await t.aPerson({ areaCode: "411721000000" }));
    expect((await fetchFile(t, elsewhere, `${url}&format=csv`)).status).toBe(404);
  }));

test("the file of a city says of how many counties its total is", () =>
  rolledBack(async (t) => {
    await twoHouseholds(t);
    const headers = sessionOf(await t.aPerson({ role: "cityReader", areaCode: "411700000000" }));
    const url = "/areas/411700000000/figures/file?year=2018&format=csv";
    const csv = (await fetchFile(t, headers, url)).bytes.toString();
    expect(csv).toMatch(/覆盖范围,\d+个县中只有1个已评估，不是全部/);
  }));

test("the filtered list is exported by a task with masked names, recorded, and fetched by its owner only", () =>
  rolledBack(async (t) => {
    await twoHouseholds(t);
    const person = await t.aPerson();
    const officer = t.as(person);
    const area = "/areas/411702000000/households/exports";
    const started = await officer.post<StartedHouseholdExport>(area, { year: 2018, exitStatus: ["0"] });
    expect(started.status).toBe(202);
    const url = `${area}/${started.body.taskId}`;
    expect((await officer.get(url)).body.code).toBe("household.export-not-found");
    expect(await runNewest(t, "household.export")).toBe(person.id);
    const file = await fetchFile(t, sessionOf(person), url);
    expect(file.status).toBe(200);
    const rows = (await readXlsx(file.bytes)).sheets[0]?.rows ?? [];
    expect(rows[1]?.slice(0, 7)).toEqual(["驿城区", "水屯镇", expect.any(String), "E1", "王**", 1, "未脱贫"]);
    expect(rows[1]?.[9]).toBe(12_345.5);
    expect(rows.flat()).not.toContain("王秀英");
    expect(rows.map((row) => row[3])).not.toContain("E2");
    expect(rows.find((row) => row[0] === "筛选条件")?.[1]).toBe("脱贫属性为未脱贫");
    const { body } = await officer.get<EventPage>("/audit/events");
    expect(body.events[0]).toMatchObject({
      action: "household.export",
      startedBy: person.id,
      detail: { rows: 1, filters: '{"year":2018,"exitStatus":["0"]}' },
    });
    const colleague = t.as(await t.aPerson());
    expect((await colleague.get(url)).body.code).toBe("household.export-not-found");
    expect((await officer.get<Task>(`/tasks/${started.body.taskId}`)).body.kind).toBe("household.export");
  }));

test("the file says all filters in words, and of which evaluation and policies its exit check is", () =>
  rolledBack(async (t) => {
    await twoHouseholds(t);
    const person = await t.aPerson();
    const area = "/areas/411702000000/households/exports";
    const { taskId } = (
      await t.as(person).post<StartedHouseholdExport>(area, {
        year: 2018,
        poorVillage: false,
        rule: { id: "exit.household.housing", outcome: "unknown" },
        period: { id: "period.monitoring.help", state: "over" },
        order: "descending",
      })
    ).body;
    await runNewest(t, "household.export");
    const file = await fetchFile(t, sessionOf(person), `${area}/${taskId}`);
    const rows = (await readXlsx(file.bytes)).sheets[0]?.rows ?? [];
    const said = (head: string) => rows.find((row) => row[0] === head)?.[1];
    expect(said("筛选条件")).toMatch(
      /^不在贫困村；规则“.*住房.*”（exit\.household\.housing）待核实；期限“.+”期满于上月及以前；按户编号从大到小排列$/,
    );
    expect(said("评估截至")).toBe(t.clock.now().toISOString());
    expect(said("政策版本")).toMatch(/^[0-9a-f]{8,}/);
  }));

test("an export by a rule or a period that is not there is refused when it is asked for", () =>
  rolledBack(async (t) => {
    await twoHouseholds(t);
    const officer = t.as(await t.aPerson());
    const start = (filters: object) =>
      officer.post("/areas/411702000000/households/exports", { year: 2018, ...filters });
    const rule = await start({ rule: { id: "no.such.rule", outcome: "fail" } });
    expect(rule.body.code).toBe("verdict.unknown-rule");
    const period = await start({ period: { id: "no.such.period", state: "over" } });
    expect(period.body.code).toBe("verdict.unknown-period");
  }));

test("a search by text is not exported, and neither is another area or a helper's list", () =>
  rolledBack(async (t) => {
    await twoHouseholds(t);
    const officer = t.as(await t.aPerson());
    const area = "/areas/411702000000/households/exports";
    expect((await officer.post(area, { year: 2018, text: "王秀英" })).body.code).toBe("request.invalid");
    expect((await officer.post("/areas/411721000000/households/exports", { year: 2018 })).status).toBe(404);
    const helper = t.as(await t.aPerson({ role: "helper" }));
    expect((await helper.post(area, { year: 2018 })).body.code).toBe("access.not-permitted");
  }));
