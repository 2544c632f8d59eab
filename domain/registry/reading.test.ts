import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readRegisterFile } from "./reading.ts";
import { fileOf, type TestSheet, workbookOf } from "./reading/test-files.ts";
import { id, labels, wangs } from "./reading/test-rows.ts";

describe("exports of the monitoring system", () => {
  const monitoringLabels = [
    "县",
    "乡",
    "村",
    "户编号",
    "证件号码",
    "与户主关系",
    "家庭成员联系电话",
    "户类型",
    "检测对象类别",
    "识别监测时间",
    "风险是否已消除",
    "风险是否已消除",
    "致贫/返贫风险1",
    "致贫/返贫风险2",
  ];

  test("give persons without names that only update", async () => {
    const row = (number: number, relation: string): TestSheet["rows"][number] => [
      "某县",
      "某乡",
      "某村",
      "H1",
      id(number),
      relation,
      number === 1 ? "15400000001" : "12345",
      "脱贫户",
      "脱贫不稳定户",
      "2023年04月",
      "否",
      "是",
      "因病",
      "因残",
    ];
    const path = await workbookOf({
      rows: [["（自定义）监测对象信息"], ["基本信息"], monitoringLabels, row(1, "户主"), row(2, "之子")],
    });
    const read = await readRegisterFile(path);
    expect(read).toMatchObject({ layout: "monitoringPersons", updatesOnly: true, rejects: [] });
    expect(read.sheets[0]?.headerRow).toBe(3);
    expect(read.households[0]?.fields).toMatchObject({
      "household_year.household_type": "01",
      "monitoring.category": "01",
      "monitoring.identified_month": 202_304,
      "monitoring.eliminated": false,
      "monitoring.risks": ["01", "03"],
    });
    expect(read.households[0]?.members.map(({ name, phoneState }) => [name, phoneState])).toEqual([
      [null, "valid"],
      [null, "invalid"],
    ]);
  });

  test("about houses give households without persons, the year comes from the name of the file", async () => {
    const rows = [
      "县(市、区、旗),乡(镇),行政村,户编号,证件号码,户类型,卫生厕所是否能正常使用",
      `某县,某乡,某村,H1,${id(1)},脱贫户,是`,
    ];
    const read = await readRegisterFile(fileOf("（乡村建设）户信息_20231218.csv", rows.join("\r\n")));
    expect(read).toMatchObject({ layout: "monitoringHouseholds", updatesOnly: true, year: 2023 });
    expect(read.households[0]).toMatchObject({
      members: [],
      fields: { "living_condition.sanitary_toilet": true },
    });
  });
});

test("different layouts in one file are not mixed", async () => {
  const houses = {
    rows: [
      ["县", "乡", "村", "户编号", "户类型", "是否有卫生厕所"],
      ["某县", "某乡", "某村", "H1", "脱贫户", "是"],
    ],
  };
  await expect(
    readRegisterFile(await workbookOf({ rows: [labels, ...wangs] }, houses)),
  ).rejects.toMatchObject({ code: "reading.mixed-layouts" });
});

const reference = join(import.meta.dirname, "../../../shared/stat-refs");

test.skipIf(!existsSync(reference))(
  "the reference roster gives exactly its planted faults (skipped where the reference data are absent)",
  async () => {
    const planted: { duplicate_id: [string, string][]; bad_checksum: string[] } = JSON.parse(
      readFileSync(join(reference, "expected_register_checks.json"), "utf8"),
    );
    const read = await readRegisterFile(join(reference, "synth_roster.csv"));
    const rowOf = (personNo: string): number => Number(personNo.slice(1)) + 1;
    const expected = [
      ...planted.duplicate_id.map(([, later]) => rowOf(later)),
      ...planted.bad_checksum.map(rowOf),
    ];
    expect(read.rejects.map(({ row }) => row).sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
    expect(read.households).toHaveLength(900);
    expect(read.households.flatMap(({ members }) => members)).toHaveLength(3012 - 18);
  },
);
