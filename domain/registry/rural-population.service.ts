/**
 * Published rural population of areas (persons), the denominator of the poverty incidence. Like divisions it belongs to
 * the owner of the database and comes from a table: area,year,rural_population,source.
 */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse";
import { z } from "zod";
import type { Tx } from "../../platform/db/database.ts";
import { AnyAreaCode } from "../access/area-code.contract.ts";
import { saveRuralPopulation } from "./rural-population.sql.ts";

const Line = z.object({
  area: AnyAreaCode,
  year: z.coerce.number().int(),
  rural_population: z.coerce.number().int().positive(),
  source: z.string().min(1),
});

/** The figures of the project; what is inferred or made up says so in its source. */
export const seedRuralPopulation = join(import.meta.dirname, "../../db/seed/rural-population.csv");

/** Only for the demo county: made up, and its source says so. */
export const demoRuralPopulation = join(import.meta.dirname, "../../db/seed/demo-rural-population.csv");

/** Adds what is missing and corrects what changed. @throws ZodError on a line that does not fit */
export async function loadRuralPopulation(owner: Tx, csvPath: string): Promise<void> {
  const records: AsyncIterable<unknown> = createReadStream(csvPath).pipe(parse({ columns: true, bom: true }));
  for await (const record of records) {
    const { area, ...line } = Line.parse(record);
    await saveRuralPopulation(owner, { area_code: area, ...line });
  }
}
