/**
 * A household's page: its book of a year, masked. Money is fen. Names, numbers and phones leave in full only through
 * opening with a purpose.
 */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { InputText } from "../../platform/input.contract.ts";
import { Coded } from "./code-list.contract.ts";
import {
  BookFieldsEdit,
  GuaranteeEdit,
  IncomeEdit,
  LivingConditionEdit,
  MemberFieldsEdit,
} from "./household-edit.contract.ts";

const County = z.string().regex(/^\d{6}$/);
const Year = z.coerce.number().int().min(2010).max(2100);
const Fen = z.number().int();
const CodedOrNull = Coded.nullable();
const Yes = z.boolean().nullable();
const Area = z.number().nullable();

export const HouseholdKey = z.strictObject({ county: County, id: z.uuid() });
export type HouseholdKey = z.infer<typeof HouseholdKey>;

export const BookKey = HouseholdKey.extend({ year: Year });
export type BookKey = z.infer<typeof BookKey>;

export const HouseholdQuery = z.strictObject({
  year: Year.optional().describe("The newest book when absent"),
});

export const Member = z.strictObject({
  id: z.uuid(),
  personNo: z.string().nullable(),
  maskedName: z.string().nullable(),
  maskedId: z.string().nullable(),
  idState: z.enum(["valid", "missing", "placeholder", "length", "date", "check"]),
  maskedPhone: z.string().nullable(),
  isHead: z.boolean(),
  relation: CodedOrNull,
  sex: CodedOrNull,
  age: z.number().int().nullable().describe("Full years at the end of the book's year"),
  ethnicity: CodedOrNull,
  status: CodedOrNull,
  counts: z.boolean().describe("On the books: counted as a member of the household"),
  changeReason: CodedOrNull,
  changeDate: z.string().nullable(),
  politics: CodedOrNull,
  education: CodedOrNull,
  school: CodedOrNull,
  dropoutReason: CodedOrNull,
  health: z.array(Coded),
  disabilityClass: CodedOrNull,
  disabilityGrade: z.number().int().nullable(),
  labour: CodedOrNull,
  workPlace: CodedOrNull,
  workMonths: z.number().int().nullable(),
  workArea: z.string().nullable(),
  workChannel: CodedOrNull,
  publicPost: CodedOrNull,
  publicPostMonths: z.number().int().nullable(),
  soldier: Yes,
  medicalResident: Yes,
  medicalEmployee: Yes,
  seriousIllnessInsurance: Yes,
  pensionResident: Yes,
  pensionEmployee: Yes,
  minimumLiving: Yes,
  destitute: Yes,
});
export type Member = z.infer<typeof Member>;

export const Income = z.strictObject({
  wage: Fen.nullable(),
  production: Fen.nullable(),
  productionCost: Fen.nullable(),
  propertyDividend: Fen.nullable(),
  propertyOther: Fen.nullable(),
  familyPlanning: Fen.nullable(),
  minimumLiving: Fen.nullable(),
  destituteSupport: Fen.nullable(),
  pension: Fen.nullable(),
  ecology: Fen.nullable(),
  transferOther: Fen.nullable(),
  insuranceClaim: Fen.nullable(),
  compliantPayment: Fen.nullable(),
  property: Fen.nullable().describe("Sum of its items, or what the file gave as the sum"),
  transfer: Fen.nullable().describe("Sum of its items, or what the file gave as the sum"),
  gross: Fen.nullable(),
  net: Fen.nullable().describe(
    "gross - productionCost; null also where production has no cost. Per head: net / persons",
  ),
  reference: Fen.nullable().describe(
    "net + insuranceClaim - compliantPayment; null also where a payment has no claim",
  ),
  perHeadReported: Fen.nullable().describe("As stated by the source file, or by an edit since"),
});
export type Income = z.infer<typeof Income>;

export const LivingCondition = z.strictObject({
  houseGrade: CodedOrNull,
  houseStructure: CodedOrNull,
  houseSafety: CodedOrNull,
  houseArea: Area.describe("Square metres"),
  dangerousHouse: Yes,
  waterSafe: Yes,
  waterDifficult: Yes,
  waterQuantity: CodedOrNull,
  waterQuality: CodedOrNull,
  waterAccess: CodedOrNull,
  waterReliability: CodedOrNull,
  livingPower: Yes,
  productionPower: Yes,
  television: Yes,
  hamletRoad: Yes,
  roadType: CodedOrNull,
  roadDistance: z.number().nullable().describe("Kilometres"),
  fuel: CodedOrNull,
  sanitaryToilet: Yes,
  cooperative: Yes,
  farmland: Area.describe("亩, as all land"),
  irrigated: Area,
  forest: Area,
  returnedForest: Area,
  orchard: Area,
  pasture: Area,
  waterSurface: Area,
});
export type LivingCondition = z.infer<typeof LivingCondition>;

export const Guarantee = z.strictObject({
  food: CodedOrNull,
  clothing: CodedOrNull,
  education: CodedOrNull,
  medical: CodedOrNull,
  housing: CodedOrNull,
  water: CodedOrNull,
});
export type Guarantee = z.infer<typeof Guarantee>;

export const Monitoring = z.strictObject({
  category: CodedOrNull,
  notMonitored: Yes.describe("A file said that it is in no class; with `category` null, too: not on record"),
  identifiedMonth: z.number().int().nullable().describe("yyyymm"),
  risks: z.array(Coded),
  disasterKind: CodedOrNull,
  eliminated: Yes,
  eliminatedMonth: z.number().int().nullable().describe("yyyymm"),
  eliminationWay: CodedOrNull,
  developmentMeasure: CodedOrNull,
  noLabourBackstop: Yes,
});
export type Monitoring = z.infer<typeof Monitoring>;

export const Help = z.strictObject({
  group: z.strictObject({ id: z.string(), title: BothLanguages }),
  key: z.string().describe("Field of the register that says so"),
  title: BothLanguages,
  amount: Fen.nullable().describe("What came in during the year"),
  persons: z.number().int().nullable().describe("Members whom it reached, where it is help to members"),
});
export type Help = z.infer<typeof Help>;

export const Helper = z.strictObject({
  id: z.uuid(),
  isReader: z.boolean().describe("The helper who reads this: his own name and phone stand in full"),
  maskedName: z.string(),
  unitName: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  startedOn: z.string(),
});
export type Helper = z.infer<typeof Helper>;

export const Household = z.strictObject({
  county: z.string(),
  id: z.uuid(),
  registerNo: z.string(),
  areaCode: z.string(),
  path: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  hamlet: z.string().nullable(),
  year: z.number().int(),
  years: z.array(z.number().int()).describe("Books of this household, the newest first"),
  version: z.number().int().describe("Comes back with an edit"),
  bookStatus: z.enum(["draft", "submitted", "locked"]),
  updatedAt: z.iso.datetime(),
  maskedHead: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  persons: z.number().int().describe("Members on the books"),
  registeredPersons: z.number().int().nullable().describe("What the source file said"),
  membersComplete: z
    .boolean()
    .describe(
      "False where the file states more persons than stand on the books: size and incomes per head are unknown",
    ),
  identificationStandard: CodedOrNull,
  attribute: CodedOrNull,
  householdType: CodedOrNull,
  exitStatus: CodedOrNull,
  exitYear: z.number().int().nullable(),
  mainCause: CodedOrNull,
  otherCauses: z.array(Coded),
  notExitReasons: z.array(Coded),
  soldierFamily: Yes,
  onlyChildFamily: Yes,
  twoDaughtersFamily: Yes,
  members: z.array(Member),
  income: Income.nullable(),
  livingCondition: LivingCondition.nullable(),
  guarantee: Guarantee.nullable(),
  monitoring: Monitoring.nullable(),
  helpers: z.array(Helper),
  helpersKnown: z
    .boolean()
    .describe("A file or an assignment said who helps, or that nobody does; false: not on record"),
  help: z.array(Help).describe("Help received, as far as the book says so: 系统数, no ledger of measures"),
  can: z.strictObject({ update: z.boolean(), open: z.boolean() }),
});
export type Household = z.infer<typeof Household>;

export const HouseholdEdit = z.strictObject({
  version: z.number().int().min(1).describe("The version that was edited"),
  householdFields: BookFieldsEdit.optional(),
  income: IncomeEdit.optional(),
  livingCondition: LivingConditionEdit.optional(),
  guarantee: GuaranteeEdit.optional(),
  members: z
    .array(z.strictObject({ id: z.uuid(), fields: MemberFieldsEdit }))
    .max(60)
    .optional(),
});
export type HouseholdEdit = z.infer<typeof HouseholdEdit>;

export const OpenHousehold = z.strictObject({
  purpose: InputText.trim().min(2).max(100).describe("Why the data are opened; it is recorded"),
  year: Year.optional().describe("The newest book when absent"),
});
export type OpenHousehold = z.infer<typeof OpenHousehold>;

export const OpenedHousehold = z.strictObject({
  phone: z.string().nullable(),
  members: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string().nullable(),
      idNumber: z.string().nullable(),
      birthDate: z.string().nullable(),
      phone: z.string().nullable(),
    }),
  ),
  helpers: z.array(z.strictObject({ id: z.uuid(), name: z.string(), phone: z.string().nullable() })),
});
export type OpenedHousehold = z.infer<typeof OpenedHousehold>;
