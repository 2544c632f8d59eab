/** Imports in tests: who imports, what is counted afterwards. */
import type { ImportBatch } from "../domain/registry/import.contract.ts";
import { applyImport } from "../domain/registry/import.service.ts";
import type { ReadRegister } from "../domain/registry/reading.contract.ts";
import type { Work } from "../domain/access/work.ts";
import type { TestApi } from "./api.ts";
import type { Client, Reply } from "./client.ts";
import { aListener, importFile, syntheticId } from "./register-builders.ts";

export const village = { county: "驿城区", township: "水屯镇", hamlet: null };

/** Work of a data officer, or of another role and place. */
export async function asClerk<T>(
  t: TestApi,
  use: (work: Work) => Promise<T>,
  areaCode = "411702000000",
): Promise<T> {
  return t.asSystem(use, areaCode);
}

export async function apply(work: Work, read: ReadRegister, listener = aListener()) {
  return applyImport(work, read, importFile, listener);
}

export async function countRows(
  work: Work,
  table: "registry.household" | "registry.member" | "registry.member_year" | "registry.helper",
) {
  const row = await work.tx
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

const header = "县,乡镇,行政村,户编号,人编号,姓名,证件号码,人数,与户主关系,脱贫属性,贫困户属性";
const row = (village: string, number: string, name: string, id: string, relation: string) =>
  `驿城区,水屯镇,${village},${number},${number}${relation === "户主" ? "1" : "2"},${name},${id},2,${relation},未脱贫,一般贫困户`;

/** One household a village, of two persons. */
export function aRosterCsv(villages: string[]): string {
  const rows = villages.flatMap((village, index) => [
    row(village, `41170200${index}`, "王建国", syntheticId(), "户主"),
    row(village, `41170200${index}`, "张秀英", syntheticId(), "配偶"),
  ]);
  return [header, ...rows].join("\n");
}

/** Two households; the wife of the first, in row 3, has an id number with a wrong check digit. */
export function aSpoiltRosterCsv(): string {
  const spoil = (id: string): string => id.slice(0, 17) + (id.endsWith("1") ? "2" : "1");
  const lines = aRosterCsv(["孟庄村", "王坡村"]).split("\n");
  return lines.map((line, at) => (at === 2 ? line.replace(/\d{17}[\dX]/, spoil) : line)).join("\n");
}

/** Sends the form of the upload page. */
export function upload(
  client: Client,
  content: string | null,
  fileName = "花名册.csv",
  year = "2018",
): Promise<Reply<ImportBatch>> {
  const field = `--edge\r\nContent-Disposition: form-data; name="year"\r\n\r\n${year}\r\n`;
  const file = `--edge\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`;
  const body = Buffer.from(`${field}${content === null ? "" : file}--edge--\r\n`);
  return client.post<ImportBatch>("/imports", body, { "content-type": "multipart/form-data; boundary=edge" });
}
