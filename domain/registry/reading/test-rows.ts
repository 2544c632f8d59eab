/** Rows of a small roster for tests of reading: villages of one county, ids of regions assigned to nobody. */
import type { ReadRegister } from "../reading.contract.ts";
import { checkCharacterOf } from "./identity.ts";
import { type TestSheet, workbookOf } from "./test-files.ts";

export const id = (number: number, birth = "19800105"): string => {
  const first17 = `990001${birth}${String(number).padStart(3, "0")}`;
  return first17 + checkCharacterOf(first17);
};

export const labels = [
  "县",
  "乡镇",
  "行政村",
  "户编号",
  "姓名",
  "证件号码",
  "与户主关系",
  "脱贫属性",
  "人均纯收入（元）",
];
export const person = (
  household: string,
  name: string,
  number: number | string,
  relation: string,
  ...rest: string[]
): string[] => [
  "驿城区",
  "水屯镇",
  "王楼村",
  household,
  name,
  typeof number === "number" ? id(number) : number,
  relation,
  ...rest,
];
export const wangs = [person("H1", "王一", 1, "户主", "未脱贫", "3,500.50"), person("H1", "王二", 2, "之子")];

export const rosterOf = (rows: TestSheet["rows"]): Promise<string> =>
  workbookOf({ name: "花名册", rows: [labels, ...rows] });

/** Of rejects and remarks, in the order of rows. */
export function reasonsOf({ rejects, remarks }: ReadRegister): string[] {
  const all = [...rejects, ...remarks].sort((a, b) => a.row - b.row);
  return all.map(({ row, column, reason }) => `${row} ${column}: ${reason.zh}`);
}
