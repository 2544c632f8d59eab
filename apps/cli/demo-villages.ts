/** Villages below an area, from the table of divisions in the project: no database is needed. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { scopeOf } from "../../domain/access/work.ts";
import { divisionProblems } from "../../domain/registry/division.problems.ts";
import { seedDivisions } from "../../domain/registry/seed-divisions.ts";
import type { SyntheticVillage } from "../../domain/registry/synthetic/household.ts";

const Line = z.looseObject({
  code: z.string().transform((digits) => digits.padEnd(12, "0")),
  name: z.string(),
  level: z.coerce.number(),
});

/** @throws Problem area.not-found when the table has no village there */
export function listVillages(areaCode: string): SyntheticVillage[] {
  const rows = z.array(Line).parse(parse(readFileSync(seedDivisions.csvPath), { columns: true, bom: true }));
  const names = new Map(rows.map((row) => [row.code, row.name]));
  const { areaLow, areaHigh } = scopeOf(areaCode);
  const villages = rows.filter((row) => row.level === 5 && row.code >= areaLow && row.code <= areaHigh);
  if (villages.length === 0) throw divisionProblems["area.not-found"]({ code: areaCode });
  return villages.map(({ code, name }) => ({
    code,
    name,
    township: names.get(code.slice(0, 9).padEnd(12, "0")) ?? "",
    county: names.get(code.slice(0, 6).padEnd(12, "0")) ?? "",
  }));
}
