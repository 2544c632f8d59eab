/** A synthetic household as reading a roster with its ledger would give it, without the way through a file. */
import type { FieldValue, ReadHousehold, ReadMember } from "../reading.contract.ts";
import { codeWordsOf, findCode } from "../reading/codes.ts";
import type { SyntheticHousehold } from "./household.ts";
import { transferItemsOf } from "./income.ts";
import type { SyntheticPerson } from "./person.ts";

const sheet = "虚构";
const codes = new Map<string, string | null>();

function codeOf(list: string, label: string | null): string | null {
  if (label === null) return null;
  const key = `${list}/${label}`;
  let code = codes.get(key);
  if (code === undefined) {
    code = findCode(label, codeWordsOf(list)) ?? null;
    codes.set(key, code);
  }
  return code;
}

const fen = (yuan: number): number => Math.round(yuan * 100);
const guarantee: Record<string, string> = { 是: "01", 否: "02", 不适用: "03" };

export interface Standing {
  /** Code of the list exitStatus. */
  exitStatus: "0" | "1";
  exitYear: number | null;
}

/** `base`: only who belongs to the household and why, as in a first registration. */
export function readHouseholdOf(
  household: SyntheticHousehold,
  standing: Standing,
  row: number,
  detail: "base" | "full",
): ReadHousehold {
  const { village, hamlet, registerNo, phone, helper } = household;
  return {
    sheet,
    row,
    registerNo,
    place: { county: village.county, township: village.township, village: village.name, hamlet },
    phone: detail === "full" ? phone : null,
    helper: detail === "full" ? helper : null,
    fields: {
      ...bookFields(household, standing),
      ...(detail === "full" ? { ...livingFields(household), ...incomeFields(household) } : {}),
      ...(detail === "full" ? { "household_year.no_helper": helper === null ? true : null } : {}),
    },
    members: household.members.map((person, place) => readMemberOf(registerNo, person, place, row, detail)),
  };
}

function bookFields(household: SyntheticHousehold, standing: Standing): Record<string, FieldValue> {
  const other = codeOf("cause", household.otherCause);
  return {
    "household_year.registered_persons": household.members.length,
    "household_year.identification_standard": "1",
    "household_year.exit_status": standing.exitStatus,
    "household_year.exit_year": standing.exitYear,
    "household_year.attribute": codeOf("povertyAttribute", household.attribute),
    "household_year.main_cause": codeOf("cause", household.mainCause),
    "household_year.other_causes": other === null ? null : [other],
    "household_year.head_name": household.members[0]?.name ?? null,
  };
}

function livingFields({ guarantees, living }: SyntheticHousehold): Record<string, FieldValue> {
  return {
    "living_condition.dangerous_house": living.isDangerous,
    "living_condition.house_grade": codeOf("houseGrade", living.houseGrade),
    "living_condition.house_area": living.houseArea,
    "living_condition.water_safe": living.waterSafe,
    "living_condition.water_difficult": !living.waterSafe,
    "living_condition.sanitary_toilet": living.toilet,
    "living_condition.living_power": living.power,
    "living_condition.road_type": codeOf("roadType", living.roadType),
    "living_condition.road_distance": living.roadDistance,
    "living_condition.farmland": living.farmland,
    "living_condition.irrigated": living.irrigated,
    "living_condition.forest": living.forest,
    "living_condition.returned_forest": living.returnedForest,
    "living_condition.orchard": living.orchard,
    "living_condition.pasture": living.pasture,
    "living_condition.water_surface": living.waterSurface,
    ...Object.fromEntries(
      Object.entries(guarantees).map(([kind, answer]) => [`guarantee.${kind}`, guarantee[answer] ?? null]),
    ),
  };
}

function incomeFields({ income }: SyntheticHousehold): Record<string, FieldValue> {
  return {
    "income_statement.family_planning": fen(income.familyPlanning),
    "income_statement.minimum_living": fen(income.minimumLiving),
    "income_statement.destitute_support": fen(income.destituteSupport),
    "income_statement.pension": fen(income.pension),
    "income_statement.ecology": fen(income.ecology),
    "income_statement.transfer_other": fen(transferItemsOf(income)),
    "income_statement.wage": fen(income.wage),
    "income_statement.production": fen(income.production),
    "income_statement.production_cost": fen(income.productionCost),
    "income_statement.property_dividend": fen(income.dividend),
    "income_statement.property_other": fen(income.rent),
  };
}

function readMemberOf(
  registerNo: string,
  person: SyntheticPerson,
  place: number,
  row: number,
  detail: "base" | "full",
): ReadMember {
  const { idNumber } = person;
  return {
    sheet,
    row,
    registerNo,
    personNo: `${registerNo}${String(place + 1).padStart(2, "0")}`,
    name: person.name,
    idNumber,
    idState: "valid",
    idSex: person.sex === "男" ? "01" : "02",
    idBirth: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
    phone: null,
    phoneState: null,
    isHead: place === 0,
    repeatedAt: null,
    fields: {
      "member_year.relation": codeOf("relation", person.relation),
      "member.ethnicity": codeOf("ethnicity", person.ethnicity),
      ...(detail === "full" ? personFields(person) : {}),
    },
  };
}

function personFields(person: SyntheticPerson): Record<string, FieldValue> {
  const health = codeOf("health", person.health);
  return {
    "member_year.education": codeOf("education", person.education),
    "member_year.school": codeOf("school", person.school),
    "member_year.health": health === null ? null : [health],
    "member_year.labour": codeOf("labour", person.labour),
    "member_year.work_place": codeOf("workPlace", person.workPlace),
    "member_year.work_months": person.workMonths,
    "member_year.medical_resident": person.medicalInsurance,
    "member_year.pension_resident": person.pensionInsurance,
    "member_year.serious_illness_insurance": person.medicalInsurance,
  };
}
