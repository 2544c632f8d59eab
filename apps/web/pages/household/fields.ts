/** The fields of the editable tabs: which kind of value each holds, in which unit, from which code list. */
export type EditableGroup = "income" | "livingCondition" | "guarantee";
/** What an edit may change, by the key in its draft: a group of the book, or one member by his id. */
export type EditablePart = EditableGroup | MemberPart;
export type MemberPart = `member ${string}`;

export function memberPart(id: string): MemberPart {
  return `member ${id}`;
}

/** @returns null for a group of the book */
export function memberIdOf(part: string): string | null {
  return part.startsWith("member ") ? part.slice("member ".length) : null;
}

/** Tabs with fields; an edit begins on the one that is shown. */
export const editableTabs = ["members", "income", "living", "guarantee"] as const;

export interface Field {
  name: string;
  /** `codes`: several of the list at once. */
  kind: "decimal" | "months" | "grade" | "boolean" | "code" | "codes" | "text";
  unit?: "mu" | "squareMetre" | "kilometre";
  list?: string;
  /** The code of `codes` that no other may stand beside. */
  alone?: string;
}

/** What the book takes of each member, what changes most often first. */
export const memberFields = [
  { name: "health", kind: "codes", list: "health", alone: "01" },
  { name: "labour", kind: "code", list: "labour" },
  { name: "workPlace", kind: "code", list: "workPlace" },
  { name: "workMonths", kind: "months" },
  { name: "workArea", kind: "text" },
  { name: "workChannel", kind: "code", list: "workChannel" },
  { name: "publicPost", kind: "code", list: "publicPost" },
  { name: "publicPostMonths", kind: "months" },
  { name: "school", kind: "code", list: "school" },
  { name: "education", kind: "code", list: "education" },
  { name: "dropoutReason", kind: "code", list: "dropoutReason" },
  { name: "medicalResident", kind: "boolean" },
  { name: "medicalEmployee", kind: "boolean" },
  { name: "seriousIllnessInsurance", kind: "boolean" },
  { name: "pensionResident", kind: "boolean" },
  { name: "pensionEmployee", kind: "boolean" },
  { name: "minimumLiving", kind: "boolean" },
  { name: "destitute", kind: "boolean" },
  { name: "disabilityClass", kind: "code", list: "disabilityClass" },
  { name: "disabilityGrade", kind: "grade" },
  { name: "politics", kind: "code", list: "politics" },
  { name: "soldier", kind: "boolean" },
] as const satisfies readonly Field[];

export const livingSections = {
  housing: [
    { name: "houseGrade", kind: "code", list: "houseGrade" },
    { name: "dangerousHouse", kind: "boolean" },
    { name: "houseSafety", kind: "code", list: "houseSafety" },
    { name: "houseStructure", kind: "code", list: "houseStructure" },
    { name: "houseArea", kind: "decimal", unit: "squareMetre" },
  ],
  water: [
    { name: "waterSafe", kind: "boolean" },
    { name: "waterDifficult", kind: "boolean" },
    { name: "waterQuantity", kind: "code", list: "waterGrade" },
    { name: "waterQuality", kind: "code", list: "waterGrade" },
    { name: "waterAccess", kind: "code", list: "waterGrade" },
    { name: "waterReliability", kind: "code", list: "waterGrade" },
  ],
  services: [
    { name: "livingPower", kind: "boolean" },
    { name: "productionPower", kind: "boolean" },
    { name: "television", kind: "boolean" },
    { name: "sanitaryToilet", kind: "boolean" },
    { name: "fuel", kind: "code", list: "fuel" },
    { name: "hamletRoad", kind: "boolean" },
    { name: "roadType", kind: "code", list: "roadType" },
    { name: "roadDistance", kind: "decimal", unit: "kilometre" },
    { name: "cooperative", kind: "boolean" },
  ],
  land: [
    { name: "farmland", kind: "decimal", unit: "mu" },
    { name: "irrigated", kind: "decimal", unit: "mu" },
    { name: "forest", kind: "decimal", unit: "mu" },
    { name: "returnedForest", kind: "decimal", unit: "mu" },
    { name: "orchard", kind: "decimal", unit: "mu" },
    { name: "pasture", kind: "decimal", unit: "mu" },
    { name: "waterSurface", kind: "decimal", unit: "mu" },
  ],
} as const satisfies Record<string, readonly Field[]>;

export const guaranteeFields = ["food", "clothing", "education", "medical", "housing", "water"] as const;

/** 保障核查结果: 达标. */
export const checkIsMet = "01";

/** Lines below the two sums of the income statement, in the order of the paper form. */
export const incomeParts = {
  property: ["propertyDividend", "propertyOther"],
  transfer: ["familyPlanning", "minimumLiving", "destituteSupport", "pension", "ecology", "transferOther"],
} as const;

export const incomeLines = [
  "wage",
  "production",
  "productionCost",
  ...incomeParts.property,
  ...incomeParts.transfer,
  "insuranceClaim",
  "compliantPayment",
  "perHeadReported",
] as const;
export type IncomeLine = (typeof incomeLines)[number];

/** What marks an input in the page, so that the focus can be sent there. */
export function fieldMark(part: string, name: string): string {
  return `${part} ${name}`;
}
