/** Fact rows of one household and its members: refreshed from the register, read for judging in JavaScript. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { runPrepared } from "../../../platform/db/prepared.ts";

export interface BookOfHousehold {
  county: string;
  householdId: string;
  year: number;
}

/** A fact row as the database has it: codes as text, money in fen, dates as yyyy-mm-dd. */
export type FactRow = Record<string, unknown> & { area_code: string; register_no: string };
export type MemberFactRow = Record<string, unknown> & { member_id: string; member_name: string | null };

/** The facts as the register has them in this transaction; undefined when there is no such book. */
export async function findFreshFacts(tx: Tx, book: BookOfHousehold): Promise<FactRow | undefined> {
  const rows = await runPrepared<FactRow>(
    tx,
    "verdicts.fresh_facts",
    "select * from verdicts.facts_of($1, $3) where household_id = $2",
    [book.county, book.householdId, book.year],
  );
  return rows[0];
}

/** Facts as the verdicts of a few households were made of them; the county is a constant, so that one partition is read. */
export async function listKeptFacts(
  tx: Tx,
  county: string,
  year: number,
  households: readonly string[],
): Promise<(FactRow & { household_id: string })[]> {
  const result = await sql<FactRow & { household_id: string }>`
    select * from verdicts.fact f
    where f.county_code = ${county} and f.year = ${year} and f.household_id = any (${[...households]}::uuid[])`.execute(
    tx,
  );
  return result.rows;
}

/** Member facts with the name beside, for masking; the household's facts are not repeated. */
export async function listMemberFacts(tx: Tx, book: BookOfHousehold): Promise<MemberFactRow[]> {
  return runPrepared<MemberFactRow>(
    tx,
    "verdicts.member_facts",
    `select f.*, m.name as member_name from verdicts.member_fact_source f
     join registry.member m on m.county_code = f.county_code and m.id = f.member_id
     where f.county_code = $1 and f.household_id = $2 and f.year = $3 order by m.person_no, m.id`,
    [book.county, book.householdId, book.year],
  );
}

/** Keeps a household's fact row. Does nothing where the county was never evaluated for the year. */
export async function saveFacts(tx: Tx, row: FactRow): Promise<void> {
  const columns = Object.keys(row);
  const updates = columns.map((name) => `"${name}" = excluded."${name}"`).join(", ");
  await runPrepared(
    tx,
    "verdicts.save_facts",
    `insert into verdicts.fact (${columns.map((name) => `"${name}"`).join(", ")})
     values (${columns.map((_, index) => `$${index + 1}`).join(", ")})
     on conflict (county_code, household_id, year) do update set ${updates}`,
    Object.values(row),
  );
}

/** True when the county's year has partitions, that is, was evaluated before. */
export async function isEvaluated(tx: Tx, county: string, year: number): Promise<boolean> {
  const result = await sql<{ found: boolean }>`
    select to_regclass(${`verdicts.verdict_${county}_${year}`}) is not null as found`.execute(tx);
  return result.rows[0]?.found ?? false;
}

/** Household number → its book in each county that has one; the newest year when none is given. */
export async function listBooksByRegisterNo(
  tx: Tx,
  registerNo: string,
  year: number | undefined,
): Promise<BookOfHousehold[]> {
  const rows = await tx
    .selectFrom("registry.household as h")
    .innerJoin("registry.household_year as y", (join) =>
      join.onRef("y.county_code", "=", "h.county_code").onRef("y.household_id", "=", "h.id"),
    )
    .select(["h.county_code", "h.id", (eb) => eb.fn.max("y.year").as("year")])
    .where("h.register_no", "=", registerNo)
    .$if(year !== undefined, (query) => query.where("y.year", "=", year ?? 0))
    .groupBy(["h.county_code", "h.id"])
    .orderBy("h.county_code")
    .execute();
  return rows.map((row) => ({ county: row.county_code, householdId: row.id, year: row.year }));
}

/** True when the helper is assigned to the household now. */
export async function isAssigned(tx: Tx, book: BookOfHousehold, helperId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("registry.helper_assignment")
    .select("helper_id")
    .where("county_code", "=", book.county)
    .where("household_id", "=", book.householdId)
    .where("helper_id", "=", helperId)
    .where("ended_on", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
