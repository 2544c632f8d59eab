/** Targets through HTTP: planned numbers with their sentence, sums in whole persons, and who may see them. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import type { TargetsOfArea } from "./target.contract.ts";
import { demoTargets, importTargets } from "./target.service.ts";

const header = "area,year,kind,planned,split,document,document_date,quote\n";

async function withTable<T>(text: string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "jingzhun-targets-"));
  try {
    const path = join(folder, "任务.csv");
    await writeFile(path, header + text);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("the plan of 驿城区 adds up in whole persons, each number with its sentence", () =>
  rolledBack(async (t) => {
    await t.asSystem((work) => importTargets(work, demoTargets));
    const officer = await t.aPerson();
    const reply = await t.as(officer).get<TargetsOfArea>("/areas/411702000000/targets");
    expect(reply.status).toBe(200);
    const of = (kind: string) =>
      reply.body.targets.filter((one) => one.kind === kind).map((one) => one.planned);
    expect(of("exit-villages")).toEqual([9, 12, 12]);
    expect(of("exit-households")).toEqual([1756, 2188, 1925]);
    expect(of("exit-persons")).toEqual([6000, 7539, 7000]);
    expect(reply.body.totals.map((total) => [total.kind, total.planned])).toEqual([
      ["exit-villages", 33],
      ["exit-households", 5869],
      ["exit-persons", 20_539],
    ]);
    expect(reply.body.targets[0]).toMatchObject({
      quote: expect.stringContaining("9个贫困村"),
      system: null,
    });
  }));

test("a number for several counties without parts says so", () =>
  rolledBack(async (t) => {
    await t.asSystem((work) => importTargets(work, demoTargets));
    const reader = await t.aPerson({ role: "cityReader", areaCode: "411700000000" });
    const { body } = await t.as(reader).get<TargetsOfArea>("/areas/411700000000/targets");
    expect(body.targets.map((one) => [one.kind, one.planned, one.split])).toEqual([
      ["exit-counties", 3, true],
      ["exit-villages", 220, false],
      ["exit-persons", 108_000, false],
      ["relocation-households", 851, false],
      ["relocation-persons", 2518, false],
    ]);
    expect(body.totals).toEqual([]);
  }));

test("a county does not see the targets of its city", () =>
  rolledBack(async (t) => {
    await t.asSystem((work) => importTargets(work, demoTargets));
    const reply = await t.as(await t.aPerson()).get("/areas/411700000000/targets");
    expect(reply.status).toBe(404);
  }));

test("the same table twice changes nothing, a corrected one corrects", () =>
  rolledBack(async (t) => {
    const line = (planned: number) => `411702,2019,exit-persons,${planned},yes,文件,,一句话\n`;
    for (const planned of [100, 100, 120])
      await withTable(line(planned), (path) => t.asSystem((work) => importTargets(work, path)));
    const { body } = await t.as(await t.aPerson()).get<TargetsOfArea>("/areas/411702000000/targets");
    expect(body.targets).toMatchObject([{ year: 2019, planned: 120, documentDate: null }]);
  }));

test.each([
  ["a number that is none", "411702,2019,exit-persons,很多,yes,文件,,话", "target.bad-table", "planned"],
  ["an empty number", "411702,2019,exit-persons,,yes,文件,,话", "target.bad-table", "planned"],
  ["a wrong place", "驿城区,2019,exit-persons,1,yes,文件,,话", "target.bad-table", "area"],
  ["a wrong year", "411702,二〇一九,exit-persons,1,yes,文件,,话", "target.bad-table", "year"],
  ["a wrong word", "411702,2019,exit-persons,1,是,文件,,话", "target.bad-table", "split"],
  ["a wrong day", "411702,2019,exit-persons,1,yes,文件,2019年,话", "target.bad-table", "document_date"],
  ["a missing document", "411702,2019,exit-persons,1,yes,,,话", "target.bad-table", "document"],
  ["a cell too many", "411702,2019,exit-persons,1,yes,文件,,话,多", "target.damaged-table", 9],
  ["a cell too few", "411702,2019,exit-persons,1,yes,文件,", "target.damaged-table", 7],
  ["an unpaired quote", '411702,2019,exit-persons,1,yes,"文件,,话', "target.damaged-table", 6],
  ["a quote inside", '411702,2019,exit-persons,1,yes,文"件,,话', "target.damaged-table", 6],
  ["an unknown kind", "411702,2019,lift-off,1,yes,文件,,话", "target.unknown-kind", undefined],
])("%s is refused with its line and column, in both languages", (_, text, code, column) =>
  rolledBack(async (t) => {
    const good = "411702,2019,exit-households,5,yes,文件,,话";
    const run = withTable(`\n${good}\n${text}`, (path) => t.asSystem((work) => importTargets(work, path)));
    const problem: unknown = await run.catch((error: unknown) => error);
    expect(problem).toMatchObject({
      code,
      detail: { line: 4, ...(column !== undefined && { column }) },
      zh: expect.not.stringMatching(/expected|invalid|must|required/i),
      en: expect.not.stringMatching(/\p{Script=Han}/u),
    });
  }),
);
