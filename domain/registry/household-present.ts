/** The one place where rows of a household become what leaves: field by field, masked. */
import type { Selectable } from "kysely";
import type {
  RegistryGuarantee,
  RegistryIncomeStatement,
  RegistryLivingCondition,
  RegistryMonitoring,
} from "../../db/tables.ts";
import { labelOf } from "./code-list.ts";
import type { Coded } from "./code-list.contract.ts";
import type { Guarantee, Helper, Income, LivingCondition, Member, Monitoring } from "./household.contract.ts";
import type { HelperOfHousehold, MemberRow } from "./household.sql.ts";
import { maskId, maskName, maskPhone } from "./masking.ts";
import * as cells from "./sealed-cells.ts";

export function labelsOf(listId: string, codes: string[] | null): Coded[] {
  return (codes ?? []).flatMap((code) => labelOf(listId, code) ?? []);
}

/** Somebody who died, married away or moved keeps the row and no longer counts. */
export function isOnBooks(row: Pick<MemberRow, "member_status">): boolean {
  return row.member_status === "1" || row.member_status === "4";
}

export function presentMember(row: MemberRow): Member {
  const id = cells.openId(row);
  const phone = cells.openMemberPhone(row);
  return {
    id: row.member_id,
    personNo: row.person_no,
    maskedName: row.name === null ? null : maskName(row.name),
    maskedId: id === null ? null : maskId(id),
    idState: idStateOf(row.id_state),
    maskedPhone: phone === null ? null : maskPhone(phone),
    isHead: row.relation === "01",
    relation: labelOf("relation", row.relation),
    sex: labelOf("sex", row.sex),
    age: row.birth_year === null ? null : row.year - row.birth_year,
    ethnicity: labelOf("ethnicity", row.ethnicity),
    status: labelOf("memberStatus", row.member_status),
    counts: isOnBooks(row),
    changeReason: labelOf("memberChange", row.change_reason),
    changeDate: row.change_date,
    politics: labelOf("politics", row.politics),
    education: labelOf("education", row.education),
    school: labelOf("school", row.school),
    dropoutReason: labelOf("dropoutReason", row.dropout_reason),
    health: labelsOf("health", row.health),
    disabilityClass: labelOf("disabilityClass", row.disability_class),
    disabilityGrade: row.disability_grade,
    labour: labelOf("labour", row.labour),
    workPlace: labelOf("workPlace", row.work_place),
    workMonths: row.work_months,
    workArea: row.work_area,
    workChannel: labelOf("workChannel", row.work_channel),
    publicPost: labelOf("publicPost", row.public_post),
    publicPostMonths: row.public_post_months,
    soldier: row.soldier,
    ...presentSecurity(row),
  };
}

function presentSecurity(row: MemberRow) {
  return {
    medicalResident: row.medical_resident,
    medicalEmployee: row.medical_employee,
    seriousIllnessInsurance: row.serious_illness_insurance,
    pensionResident: row.pension_resident,
    pensionEmployee: row.pension_employee,
    minimumLiving: row.minimum_living,
    destitute: row.destitute,
  };
}

function idStateOf(text: string): Member["idState"] {
  switch (text) {
    case "valid":
    case "placeholder":
    case "length":
    case "date":
    case "check":
      return text;
    default:
      return "missing";
  }
}

/**
 * Incomes are unknown where they are to the facts that verdicts read (`verdicts.facts_of`): production without its cost
 * leaves net income unknown, a payment without its insurance claim the reference income. Any other item that is not
 * given counts as none as long as one item is given.
 */
export function presentIncome(row: Selectable<RegistryIncomeStatement>): Income {
  const net = netIncomeOf(row);
  const isReferenceKnown = row.insurance_claim !== null || row.compliant_payment === null;
  return {
    wage: row.wage,
    production: row.production,
    productionCost: row.production_cost,
    propertyDividend: row.property_dividend,
    propertyOther: row.property_other,
    familyPlanning: row.family_planning,
    minimumLiving: row.minimum_living,
    destituteSupport: row.destitute_support,
    pension: row.pension,
    ecology: row.ecology,
    transferOther: row.transfer_other,
    insuranceClaim: row.insurance_claim,
    compliantPayment: row.compliant_payment,
    property: row.property,
    transfer: row.transfer,
    gross: row.gross_income,
    net,
    reference:
      net === null || !isReferenceKnown
        ? null
        : net + (row.insurance_claim ?? 0) - (row.compliant_payment ?? 0),
    perHeadReported: row.per_head_reported,
  };
}

function netIncomeOf(row: Selectable<RegistryIncomeStatement>): number | null {
  const cost = row.production_cost ?? (row.production ? null : 0);
  return row.gross_income === null || cost === null ? null : row.gross_income - cost;
}

export function presentLiving(row: Selectable<RegistryLivingCondition>): LivingCondition {
  return {
    houseGrade: labelOf("houseGrade", row.house_grade),
    houseStructure: labelOf("houseStructure", row.house_structure),
    houseSafety: labelOf("houseSafety", row.house_safety),
    houseArea: row.house_area,
    dangerousHouse: row.dangerous_house,
    waterSafe: row.water_safe,
    waterDifficult: row.water_difficult,
    waterQuantity: labelOf("waterGrade", row.water_quantity),
    waterQuality: labelOf("waterGrade", row.water_quality),
    waterAccess: labelOf("waterGrade", row.water_access),
    waterReliability: labelOf("waterGrade", row.water_reliability),
    livingPower: row.living_power,
    productionPower: row.production_power,
    television: row.television,
    hamletRoad: row.hamlet_road,
    roadType: labelOf("roadType", row.road_type),
    roadDistance: row.road_distance,
    fuel: labelOf("fuel", row.fuel),
    sanitaryToilet: row.sanitary_toilet,
    cooperative: row.cooperative,
    farmland: row.farmland,
    irrigated: row.irrigated,
    forest: row.forest,
    returnedForest: row.returned_forest,
    orchard: row.orchard,
    pasture: row.pasture,
    waterSurface: row.water_surface,
  };
}

export function presentGuarantee(row: Selectable<RegistryGuarantee>): Guarantee {
  return {
    food: labelOf("guaranteeState", row.food),
    clothing: labelOf("guaranteeState", row.clothing),
    education: labelOf("guaranteeState", row.education),
    medical: labelOf("guaranteeState", row.medical),
    housing: labelOf("guaranteeState", row.housing),
    water: labelOf("guaranteeState", row.water),
  };
}

export function presentMonitoring(row: Selectable<RegistryMonitoring>): Monitoring {
  return {
    category: labelOf("monitorCategory", row.category),
    notMonitored: row.not_monitored,
    identifiedMonth: row.identified_month,
    risks: labelsOf("risk", row.risks),
    disasterKind: labelOf("disasterKind", row.disaster_kind),
    eliminated: row.eliminated,
    eliminatedMonth: row.eliminated_month,
    eliminationWay: labelOf("eliminationWay", row.elimination_way),
    developmentMeasure: labelOf("developmentMeasure", row.development_measure),
    noLabourBackstop: row.no_labour_backstop,
  };
}

/** Nobody is masked before himself. @param readerId the helper who reads; null for anybody else */
export function presentHelper(county: string, row: HelperOfHousehold, readerId: string | null): Helper {
  const phone = cells.openHelperPhone(county, row);
  const isReader = row.id === readerId;
  return {
    id: row.id,
    isReader,
    maskedName: isReader ? row.name : maskName(row.name),
    unitName: row.unit_name,
    maskedPhone: phone === null || isReader ? phone : maskPhone(phone),
    startedOn: row.started_on,
  };
}
