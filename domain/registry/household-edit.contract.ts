/**
 * The parts of a book that an edit may change: only what is named changes, null empties. Statuses are not here: they change
 * by a case. Codes are checked against their lists.
 */
import { z } from "zod";
import { InputText } from "../../platform/input.contract.ts";

const Amount = z.number().int().min(0).max(1_000_000_000_00).nullable().describe("fen");
const Code = InputText.max(8).nullable();
const Codes = z.array(InputText.max(8)).max(10);
const Yes = z.boolean().nullable();
const Size = z.number().min(0).max(100_000).nullable();
const Months = z.number().int().min(0).max(12).nullable();
const Phone = z
  .string()
  .regex(/^1[3-9]\d{9}$/, "请填写11位手机号\nWrite a mobile number of 11 digits")
  .nullable();

export const IncomeEdit = z
  .strictObject({
    wage: Amount,
    production: Amount,
    productionCost: Amount,
    propertyDividend: Amount,
    propertyOther: Amount,
    familyPlanning: Amount,
    minimumLiving: Amount,
    destituteSupport: Amount,
    pension: Amount,
    ecology: Amount,
    transferOther: Amount,
    insuranceClaim: Amount,
    compliantPayment: Amount,
    perHeadReported: Amount.describe("fen per head, as stated; the check compares it with the computed one"),
  })
  .partial();

export const LivingConditionEdit = z
  .strictObject({
    houseGrade: Code,
    houseStructure: Code,
    houseSafety: Code,
    houseArea: Size,
    dangerousHouse: Yes,
    waterSafe: Yes,
    waterDifficult: Yes,
    waterQuantity: Code,
    waterQuality: Code,
    waterAccess: Code,
    waterReliability: Code,
    livingPower: Yes,
    productionPower: Yes,
    television: Yes,
    hamletRoad: Yes,
    roadType: Code,
    roadDistance: Size,
    fuel: Code,
    sanitaryToilet: Yes,
    cooperative: Yes,
    farmland: Size,
    irrigated: Size,
    forest: Size,
    returnedForest: Size,
    orchard: Size,
    pasture: Size,
    waterSurface: Size,
  })
  .partial();

export const GuaranteeEdit = z
  .strictObject({ food: Code, clothing: Code, education: Code, medical: Code, housing: Code, water: Code })
  .partial();

export const BookFieldsEdit = z
  .strictObject({
    hamlet: InputText.trim().max(60).nullable(),
    phone: Phone,
    mainCause: Code,
    otherCauses: Codes,
    notExitReasons: Codes,
    soldierFamily: Yes,
    onlyChildFamily: Yes,
    twoDaughtersFamily: Yes,
  })
  .partial();

export const MemberFieldsEdit = z
  .strictObject({
    phone: Phone,
    politics: Code,
    education: Code,
    school: Code,
    dropoutReason: Code,
    health: Codes,
    disabilityClass: Code,
    disabilityGrade: z.number().int().min(1).max(4).nullable(),
    labour: Code,
    workPlace: Code,
    workMonths: Months,
    workArea: InputText.trim().max(100).nullable(),
    workChannel: Code,
    publicPost: Code,
    publicPostMonths: Months,
    soldier: Yes,
    medicalResident: Yes,
    medicalEmployee: Yes,
    seriousIllnessInsurance: Yes,
    pensionResident: Yes,
    pensionEmployee: Yes,
    minimumLiving: Yes,
    destitute: Yes,
  })
  .partial();
