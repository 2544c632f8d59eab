/** Work of the program itself: jobs, the command line, signing in. The actor is a fixed person, so audit can name it. */
import type { Database } from "../../platform/db/database.ts";
import { type Work, scopeOf } from "./work.ts";

/** The row made by migration 0007. */
export const systemPersonId = "00000000-0000-7000-8000-000000000001";

export const wholeCountryCode = "000000000000";

/**
 * Runs `use` as the system actor in one transaction that sees `areaCode` (12 digits) and what is below it. A job names
 * the person who asked for it: the record of what it does carries him.
 */
export async function systemWork<T>(
  database: Database,
  areaCode: string,
  now: Date,
  use: (work: Work) => Promise<T>,
  startedBy: string | null = null,
): Promise<T> {
  const actor = {
    personId: systemPersonId,
    grantId: null,
    role: "systemActor",
    areaCode,
    helperId: null,
    startedBy,
  } as const;
  return database.transaction(scopeOf(areaCode), { readOnly: false }, (tx) => use({ actor, tx, now }));
}
