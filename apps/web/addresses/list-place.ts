/**
 * Which page of the household list is shown, as it stands in the address, so that a link, a reload and the way back lead to it.
 * The edge of the page is a household's id: it says nothing to whoever may not see the list, as a household number would.
 */
import type { HouseholdCursor } from "../../../domain/verdicts/list/household-list.contract.ts";

export interface ListPlace {
  /** From 2 on; the first page has none. */
  page?: number;
  /** The page lies behind this household: `county:id`. */
  after?: string;
  /** The page lies in front of it. */
  before?: string;
}

const cursor = /^\d{6}:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

export function readListPlace(search: Record<string, unknown>): ListPlace {
  const page = Number(search["page"]);
  const [after, before] = [readCursor(search["after"]), readCursor(search["before"])];
  // A number alone leads nowhere.
  if (after === undefined && before === undefined) return {};
  return {
    ...(Number.isInteger(page) && page > 1 && page < 1_000_000 && { page }),
    ...(after === undefined ? before !== undefined && { before } : { after }),
  };
}

function readCursor(value: unknown): string | undefined {
  return typeof value === "string" && cursor.test(value) ? value : undefined;
}

/** The same place as the server takes it. */
export function cursorsOf({ after, before }: ListPlace): {
  after?: HouseholdCursor;
  before?: HouseholdCursor;
} {
  return {
    ...(after !== undefined && { after: parseCursor(after) }),
    ...(before !== undefined && { before: parseCursor(before) }),
  };
}

function parseCursor(text: string): HouseholdCursor {
  const [countyCode = "", id = ""] = text.split(":");
  return { countyCode, id };
}

/** As it stands in the address. */
export function cursorText({ countyCode, id }: HouseholdCursor): string {
  return `${countyCode}:${id}`;
}
