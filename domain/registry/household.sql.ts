/** One household and its books. Row security keeps to the area; a helper sees only the households assigned to him. */
import { type Selectable, sql } from "kysely";
import type {
  RegistryHousehold,
  RegistryHouseholdYear,
  RegistryMember,
  RegistryMemberYear,
} from "../../db/tables.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { HouseholdKey } from "./household.contract.ts";

export type HouseholdRow = Selectable<RegistryHousehold>;
export type BookRow = Selectable<RegistryHouseholdYear>;
export type MemberRow = Pick<Selectable<RegistryMemberYear>, (typeof memberYearColumns)[number]> &
  Pick<
    Selectable<RegistryMember>,
    "person_no" | "name" | "sex" | "birth_date" | "ethnicity" | "id_state" | "id_cipher"
  >;

/** @param helperId only when the household is assigned to this helper now */
export async function findHousehold(
  tx: Tx,
  { county, id }: HouseholdKey,
  helperId: string | null,
): Promise<HouseholdRow | undefined> {
  let query = tx
    .selectFrom("registry.household as h")
    .selectAll("h")
    .where("h.county_code", "=", county)
    .where("h.id", "=", id);
  if (helperId !== null) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom("registry.helper_assignment as a")
          .select("a.helper_id")
          .whereRef("a.county_code", "=", "h.county_code")
          .whereRef("a.household_id", "=", "h.id")
          .where("a.helper_id", "=", helperId)
          .where("a.ended_on", "is", null),
      ),
    );
  }
  return query.executeTakeFirst();
}

/**
 * The households among these keys, with their numbers.
 * @param helperId only those that are assigned to this helper now
 */
export async function listRegisterNumbers(
  tx: Tx,
  keys: readonly HouseholdKey[],
  helperId: string | null,
): Promise<{ county: string; id: string; registerNo: string }[]> {
  const found = await sql<{ county: string; id: string; registerNo: string }>`
    select h.county_code as county, h.id, h.register_no as "registerNo"
    from registry.household h
    where (h.county_code, h.id) in (
        select * from unnest(${keys.map(({ county }) => county)}::text[], ${keys.map(({ id }) => id)}::uuid[]))
      and (${helperId}::uuid is null or exists (
        select from registry.helper_assignment a
        where a.county_code = h.county_code and a.household_id = h.id and a.helper_id = ${helperId}
          and a.ended_on is null))`.execute(tx);
  return found.rows;
}

/** Years with a book, the newest first. */
export async function listBookYears(tx: Tx, { county, id }: HouseholdKey): Promise<number[]> {
  const rows = await tx
    .selectFrom("registry.household_year")
    .select("year")
    .where("county_code", "=", county)
    .where("household_id", "=", id)
    .orderBy("year", "desc")
    .execute();
  return rows.map((row) => row.year);
}

export async function findBook(
  tx: Tx,
  { county, id }: HouseholdKey,
  year: number,
): Promise<BookRow | undefined> {
  return tx
    .selectFrom("registry.household_year")
    .selectAll()
    .where("county_code", "=", county)
    .where("household_id", "=", id)
    .where("year", "=", year)
    .executeTakeFirst();
}

/** The same, locked against other edits of the household until the transaction ends. */
export async function findBookForUpdate(
  tx: Tx,
  { county, id }: HouseholdKey,
  year: number,
): Promise<BookRow | undefined> {
  return tx
    .selectFrom("registry.household_year")
    .selectAll()
    .where("county_code", "=", county)
    .where("household_id", "=", id)
    .where("year", "=", year)
    .forUpdate()
    .executeTakeFirst();
}

export async function findIncome(tx: Tx, { county, id }: HouseholdKey, year: number) {
  return tx
    .selectFrom("registry.income_statement")
    .selectAll()
    .where("county_code", "=", county)
    .where("household_id", "=", id)
    .where("year", "=", year)
    .executeTakeFirst();
}

export async function findLiving(tx: Tx, { county, id }: HouseholdKey, year: number) {
  return tx
    .selectFrom("registry.living_condition")
    .selectAll()
    .where("county_code", "=", county)
    .where("household_id", "=", id)
    .where("year", "=", year)
    .executeTakeFirst();
}

export async function findGuarantee(tx: Tx, { county, id }: HouseholdKey, year: number) {
  return tx
    .selectFrom("registry.guarantee")
    .selectAll()
    .where("county_code", "=", county)
    .where("household_id", "=", id)
    .where("year", "=", year)
    .executeTakeFirst();
}

export async function findMonitoring(tx: Tx, { county, id }: HouseholdKey, year: number) {
  return tx
    .selectFrom("registry.monitoring")
    .selectAll()
    .where("county_code", "=", county)
    .where("household_id", "=", id)
    .where("year", "=", year)
    .executeTakeFirst();
}

/** All but the packed traits: they serve sums inside the database and are beyond the exact range of numbers. */
const memberYearColumns = [
  "county_code",
  "member_id",
  "year",
  "household_id",
  "area_code",
  "relation",
  "birth_year",
  "member_status",
  "change_reason",
  "change_date",
  "politics",
  "education",
  "school",
  "dropout_reason",
  "health",
  "disability_class",
  "disability_grade",
  "labour",
  "work_place",
  "work_months",
  "work_area",
  "work_channel",
  "public_post",
  "public_post_months",
  "soldier",
  "medical_resident",
  "medical_employee",
  "serious_illness_insurance",
  "pension_resident",
  "pension_employee",
  "minimum_living",
  "destitute",
  "phone_cipher",
  "phone_index",
  "phone_state",
] as const;

/** Members in the book: the head first, then by number of the person. */
export async function listMembers(tx: Tx, { county, id }: HouseholdKey, year: number): Promise<MemberRow[]> {
  return tx
    .selectFrom("registry.member_year as y")
    .innerJoin("registry.member as m", (join) =>
      join.onRef("m.county_code", "=", "y.county_code").onRef("m.id", "=", "y.member_id"),
    )
    .select(memberYearColumns.map((column) => `y.${column}` as const))
    .select(["m.person_no", "m.name", "m.sex", "m.birth_date", "m.ethnicity", "m.id_state", "m.id_cipher"])
    .where("y.county_code", "=", county)
    .where("y.household_id", "=", id)
    .where("y.year", "=", year)
    .orderBy(sql`y.relation is distinct from '01'`)
    .orderBy("m.person_no")
    .orderBy("m.id")
    .execute();
}

export interface HelperOfHousehold {
  id: string;
  name: string;
  unit_name: string | null;
  phone_cipher: Buffer | null;
  started_on: string;
}

/** True when somebody began to help by the end of the year, also where it is over. */
export async function hadHelper(tx: Tx, { county, id }: HouseholdKey, year: number): Promise<boolean> {
  const row = await tx
    .selectFrom("registry.helper_assignment")
    .select("helper_id")
    .where("county_code", "=", county)
    .where("household_id", "=", id)
    .where("started_on", "<=", `${year}-12-31`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Helpers at the end of the year, as the facts count them. */
export async function listHelpersOf(
  tx: Tx,
  { county, id }: HouseholdKey,
  year: number,
): Promise<HelperOfHousehold[]> {
  const end = `${year}-12-31`;
  return tx
    .selectFrom("registry.helper_assignment as a")
    .innerJoin("registry.helper as h", (join) =>
      join.onRef("h.county_code", "=", "a.county_code").onRef("h.id", "=", "a.helper_id"),
    )
    .select(["h.id", "h.name", "h.unit_name", "h.phone_cipher", "a.started_on"])
    .where("a.county_code", "=", county)
    .where("a.household_id", "=", id)
    .where("a.started_on", "<=", end)
    .where((eb) => eb.or([eb("a.ended_on", "is", null), eb("a.ended_on", ">", end)]))
    .orderBy("a.started_on")
    .orderBy("h.id")
    .execute();
}
