/**
 * Published numbers of places, from a table (CSV) with the sentence each comes from. Like the rural population they belong
 * to the owner of the database.
 */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse";
import { z } from "zod";
import { BothLanguages } from "../../../platform/both-languages.contract.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { AnyAreaCode } from "../../access/area-code.contract.ts";
import type { PublishedFigure } from "./figure.contract.ts";
import type { Indicator } from "./indicator-files.ts";
import { type PublishedRow, savePublished } from "./published-figure.sql.ts";

/** The published figures of the five places of the demo. */
export const demoPublished = join(import.meta.dirname, "../../../db/seed/published-figures.csv");

const whole = z
  .string()
  .transform((digits) => (digits === "" ? null : z.coerce.number().int().parse(digits)));
const Line = z.object({
  area: AnyAreaCode,
  year: z.coerce.number().int(),
  indicator: z.string(),
  numerator: whole,
  denominator: whole,
  as_of_zh: z.string(),
  as_of_en: z.string(),
  document: z.string(),
  published_on: z.union([z.literal("").transform(() => null), z.iso.date()]),
  quote: z.string(),
  derived_zh: z.string(),
  derived_en: z.string(),
});

/** Adds what is missing and corrects what changed. @throws ZodError on a line that does not fit */
export async function loadPublished(owner: Tx, csvPath: string): Promise<void> {
  const records: AsyncIterable<unknown> = createReadStream(csvPath).pipe(parse({ columns: true, bom: true }));
  for await (const record of records) {
    const { area, as_of_zh, as_of_en, derived_zh, derived_en, ...line } = Line.parse(record);
    await savePublished(owner, {
      ...line,
      area_code: area,
      as_of: JSON.stringify({ zh: as_of_zh, en: as_of_en }),
      derived: derived_zh === "" ? null : JSON.stringify({ zh: derived_zh, en: derived_en }),
    });
  }
}

export function presentPublished(
  row: PublishedRow,
  { title, unit, partUnit }: Indicator,
  system: PublishedFigure["system"],
): PublishedFigure {
  return {
    year: row.year,
    indicator: row.indicator,
    title,
    unit,
    partUnit,
    numerator: row.numerator,
    denominator: row.denominator,
    asOf: BothLanguages.parse(row.as_of),
    document: row.document,
    publishedOn: row.published_on,
    quote: row.quote,
    derived: row.derived === null ? null : BothLanguages.parse(row.derived),
    system,
  };
}
