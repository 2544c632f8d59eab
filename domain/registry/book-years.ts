/** Which years may have a book, and how long an import into one can be undone, read from policies/books.yaml once. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { yearInChina } from "../../platform/clock.ts";

const Books = z.strictObject({
  firstYear: z.number().int(),
  undoDays: z.number().int().min(1),
  source: z.strictObject({ document: z.string(), number: z.string(), article: z.string() }),
});

const books = Books.parse(
  parse(readFileSync(join(import.meta.dirname, "../../policies/books.yaml"), "utf8")),
);

/** From the first year of the register to the year after this one, which is prepared ahead. */
export function yearsOfBooks(now: Date): { first: number; last: number } {
  return { first: books.firstYear, last: yearInChina(now) + 1 };
}

/** Until when an import that is written now can be undone. */
export function undoableUntil(now: Date): Date {
  return new Date(now.getTime() + books.undoDays * 86_400_000);
}
