/** A household with one book and its members, written straight into the register: `aHousehold(work, { … })`. */
import type { Insertable } from "kysely";
import type {
  RegistryGuarantee,
  RegistryHouseholdYear,
  RegistryIncomeStatement,
  RegistryLivingCondition,
  RegistryMember,
  RegistryMemberYear,
  RegistryMonitoring,
} from "../db/tables.ts";
import type { Work } from "../domain/access/work.ts";
import { newId } from "../platform/id.ts";

export interface WantedHousehold {
  areaCode?: string;
  registerNo?: string;
  year?: number;
  book?: Partial<Insertable<RegistryHouseholdYear>>;
  income?: Partial<Insertable<RegistryIncomeStatement>>;
  living?: Partial<Insertable<RegistryLivingCondition>>;
  guarantee?: Partial<Insertable<RegistryGuarantee>>;
  monitoring?: Partial<Insertable<RegistryMonitoring>>;
  members?: (Partial<Insertable<RegistryMember>> & { inYear?: Partial<Insertable<RegistryMemberYear>> })[];
}

export interface BuiltHousehold {
  county: string;
  householdId: string;
  year: number;
  registerNo: string;
  memberIds: string[];
}

let count = 0;

/** An unlifted household of 驿城区 水屯镇 in the book of 2018 unless told otherwise; one member, the head. */
export async function aHousehold(work: Work, wanted: WantedHousehold = {}): Promise<BuiltHousehold> {
  const area_code = wanted.areaCode ?? "411702100200";
  const county_code = area_code.slice(0, 6);
  const year = wanted.year ?? 2018;
  const register_no = wanted.registerNo ?? `T${String(++count).padStart(9, "0")}`;
  const household_id = newId(work.now);
  const { tx, now } = work;
  const key = { county_code, household_id, year, area_code };
  await tx
    .insertInto("registry.household")
    .values({ county_code, id: household_id, area_code, register_no, created_at: now })
    .execute();
  const book = {
    exit_status: "0",
    attribute: "01",
    main_cause: "01",
    head_name: "王秀英",
    updated_at: now,
    ...wanted.book,
  };
  await tx
    .insertInto("registry.household_year")
    .values({ ...key, register_no, ...book })
    .execute();
  if (wanted.income)
    await tx
      .insertInto("registry.income_statement")
      .values({ ...key, ...wanted.income })
      .execute();
  if (wanted.living)
    await tx
      .insertInto("registry.living_condition")
      .values({ ...key, ...wanted.living })
      .execute();
  if (wanted.guarantee)
    await tx
      .insertInto("registry.guarantee")
      .values({ ...key, ...wanted.guarantee })
      .execute();
  if (wanted.monitoring)
    await tx
      .insertInto("registry.monitoring")
      .values({ ...key, ...wanted.monitoring })
      .execute();
  const memberIds = [];
  for (const [index, { inYear, ...member }] of (wanted.members ?? [{}]).entries()) {
    const id = newId(now);
    memberIds.push(id);
    const identity = {
      name: index === 0 ? "王秀英" : "王小明",
      id_state: "valid",
      created_at: now,
      ...member,
    };
    await tx
      .insertInto("registry.member")
      .values({ county_code, id, household_id, area_code, ...identity })
      .execute();
    const yearly = { relation: index === 0 ? "01" : "03", birth_year: 1970, ...inYear };
    await tx
      .insertInto("registry.member_year")
      .values({ ...key, member_id: id, ...yearly })
      .execute();
  }
  return { county: county_code, householdId: household_id, year, registerNo: register_no, memberIds };
}
