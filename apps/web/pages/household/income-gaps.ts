/** Why an income of the book is unknown: what the register lacks. No gaps: the income is known. */
import type { Household } from "../../../../domain/registry/household.contract.ts";

/** `nothing`: no item of income is filled in. */
export type IncomeGap = "nothing" | "cost" | "members" | "nobody";

type Book = Pick<Household, "persons" | "membersComplete"> & {
  income: Pick<NonNullable<Household["income"]>, "gross" | "net"> | null;
};

export function netGapsOf({ income }: Book): IncomeGap[] {
  if (income === null || income.gross === null) return ["nothing"];
  return income.net === null ? ["cost"] : [];
}

/** A sum is not divided by a number of members that is in doubt. */
export function perHeadGapsOf(book: Book): IncomeGap[] {
  const gaps = netGapsOf(book);
  if (!book.membersComplete) return [...gaps, "members"];
  return book.persons === 0 ? [...gaps, "nobody"] : gaps;
}
