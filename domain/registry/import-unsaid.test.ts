/** A column that a file does not have says nothing: what was known stays, and a rule on what nobody said is unknown. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import type { Client } from "../../test/client.ts";
import { aRosterCsv, upload } from "../../test/import-scene.ts";
import { runNewest } from "../../test/run-task.ts";
import type { HouseholdVerdicts } from "../verdicts/verdict.contract.ts";
import type { ImportBatch } from "./import.contract.ts";

const year = "2021";
const numbers = ["411702000", "411702001"];
const roster = aRosterCsv(["孟庄村", "王坡村"]);

async function write(t: TestApi, officer: Client, csv: string): Promise<ImportBatch> {
  const { body } = await upload(officer, csv, "表.csv", year);
  const url = `/counties/${body.county}/imports/${body.id}`;
  await runNewest(t, "import.preview");
  await officer.post(`${url}/apply`);
  await runNewest(t, "import.apply");
  const { body: written } = await officer.get<ImportBatch>(url);
  expect(written).toMatchObject({ state: "applied" });
  return written;
}

/** One line a household: the same head, its own cells. */
const monitoringFile = (labels: string, cells: [string, string]): string =>
  [
    `县,乡,村,户编号,${labels}`,
    ...cells.map((more, at) => `驿城区,水屯镇,孟庄村,${numbers[at]},${more}`),
  ].join("\n");

/** Of each household. */
async function outcomesOf(t: TestApi, officer: Client, ruleId: string): Promise<(string | undefined)[]> {
  const rows = await t.asSystem(({ tx }) =>
    tx.selectFrom("registry.household").select(["id", "register_no"]).orderBy("register_no").execute(),
  );
  const outcomes = [];
  for (const { id } of rows) {
    const url = `/counties/411702/households/${id}/books/${year}/verdicts`;
    const { body } = await officer.get<HouseholdVerdicts>(url);
    outcomes.push(body.verdicts.find((one) => one.ruleId === ruleId)?.outcome);
  }
  return outcomes;
}

const monitored = "边缘易致贫户,202101,否,因病";
const head = "监测对象类别,识别监测时间,风险是否已消除,致贫/返贫风险1";
const helps = "健康帮扶,社会帮扶,综合保障";

const helpOnBooks = (t: TestApi) =>
  t.asSystem(({ tx }) =>
    tx
      .selectFrom("registry.monitoring as o")
      .innerJoin("registry.household as h", "h.id", "o.household_id")
      .select(["o.help_health", "o.help_social", "o.identified_month"])
      .orderBy("h.register_no")
      .execute(),
  );

test("without the columns of help, a rule on help is unknown; an empty cell below such a column is none", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    await write(t, officer, roster);
    await write(t, officer, monitoringFile(head, [monitored, monitored]));
    expect(await outcomesOf(t, officer, "quality.monitoring.ill-help")).toEqual(["unknown", "unknown"]);
    const helped = [`${monitored},医疗救助,,`, `${monitored},,,/`] as const;
    await write(t, officer, monitoringFile(`${head},${helps}`, [...helped]));
    expect(await outcomesOf(t, officer, "quality.monitoring.ill-help")).toEqual(["pass", "fail"]);
  }));

test("a later file without the columns of help leaves what was known of it", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    await write(t, officer, roster);
    const helped = [`${monitored},医疗救助,,`, `${monitored},,,`] as const;
    await write(t, officer, monitoringFile(`${head},${helps}`, [...helped]));
    const later = monitored.replace("202101", "202103");
    await write(t, officer, monitoringFile(head, [later, later]));
    expect(await helpOnBooks(t)).toEqual([
      { help_health: "医疗救助", help_social: "", identified_month: 202103 },
      { help_health: "", help_social: "", identified_month: 202103 },
    ]);
    expect(await outcomesOf(t, officer, "quality.monitoring.ill-help")).toEqual(["pass", "fail"]);
  }));

test("a household is found to be unmonitored only by a file that has the column of the class", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const rule = "quality.living.dangerous-unmonitored";
    await write(t, officer, roster);
    await write(t, officer, monitoringFile("户类型,是否危房户,住房面积", ["脱贫户,是,80", "脱贫户,是,90"]));
    expect(await outcomesOf(t, officer, rule)).toEqual(["unknown", "unknown"]);
    await write(
      t,
      officer,
      monitoringFile("户类型,是否危房户,监测对象类别", ["脱贫户,是,", "脱贫户,是,脱贫不稳定户"]),
    );
    expect(await outcomesOf(t, officer, rule)).toEqual(["fail", "notApplicable"]);
    await write(t, officer, monitoringFile("户类型,是否危房户,住房面积", ["脱贫户,是,81", "脱贫户,是,91"]));
    expect(await outcomesOf(t, officer, rule)).toEqual(["fail", "notApplicable"]);
  }));

test("a household has no helper only where a file has a column of helpers and nobody in it", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    await write(t, officer, roster);
    expect(await outcomesOf(t, officer, "quality.household.helper")).toEqual(["unknown", "unknown"]);
    const [header = "", ...rows] = roster.split("\n");
    const withHelper = [`${header},帮扶责任人`, ...rows.map((row, at) => `${row},${at < 2 ? "李明" : "无"}`)];
    await write(t, officer, withHelper.join("\n"));
    expect(await outcomesOf(t, officer, "quality.household.helper")).toEqual(["pass", "fail"]);
    await write(t, officer, roster.replaceAll("未脱贫", "脱贫"));
    expect(await outcomesOf(t, officer, "quality.household.helper")).toEqual(["pass", "fail"]);
  }));
