/** A household asked for by its number alone, as people do who have the paper in hand: numbers are unique in a county only. */
import type { Work } from "../access/work.ts";
import { listPath } from "../registry/division.service.ts";
import { type BookOfHousehold, listBooksByRegisterNo } from "./evaluation/fact.sql.ts";
import type { HouseholdVerdicts } from "./verdict.contract.ts";
import { verdictProblems } from "./verdict.problems.ts";
import { explainHousehold } from "./verdict.service.ts";

/**
 * The verdicts of the household with this number in its newest book, or in that of `year`.
 * @throws Problem verdict.no-household, verdict.several-households
 */
export async function explainByRegisterNo(
  work: Work,
  registerNo: string,
  year?: number,
): Promise<HouseholdVerdicts> {
  const books = await listBooksByRegisterNo(work.tx, registerNo, year);
  const [book] = books;
  if (!book) throw verdictProblems["verdict.no-household"]({ registerNo });
  if (books.length > 1) {
    const names = await listCountyNames(work, books);
    const rest = books.length > mostNamed ? " …" : "";
    throw verdictProblems["verdict.several-households"]({
      registerNo,
      count: books.length,
      zh: names.join("、") + rest,
      en: names.join(", ") + rest,
    });
  }
  return explainHousehold(work, book);
}

async function listCountyNames(work: Work, books: readonly BookOfHousehold[]): Promise<string[]> {
  const names = [];
  for (const { county } of books.slice(0, mostNamed)) {
    const path = await listPath(work, `${county}000000`);
    names.push(`${county} ${path.map((place) => place.name).join("")}`.trim());
  }
  return names;
}

const mostNamed = 10;
