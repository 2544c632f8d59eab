/** The fields of the editable tabs: which kind of value each holds, in which unit, from which code list. */
export const editableGroups = ["income", "livingCondition", "guarantee"] as const;
export type EditableGroup = (typeof editableGroups)[number];

export interface Field {
  name: string;
  kind: "money" | "decimal" | "boolean" | "code";
  unit?: "mu" | "squareMetre" | "kilometre";
  list?: string;
}

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

/** Lines below the two sums of the income statement, in the order of the paper form. */
export const incomeParts = {
  property: ["propertyDividend", "propertyOther"],
  transfer: ["familyPlanning", "minimumLiving", "destituteSupport", "pension", "ecology", "transferOther"],
} as const;

export type IncomeLine =
  | "wage"
  | "production"
  | "productionCost"
  | "insuranceClaim"
  | "compliantPayment"
  | (typeof incomeParts)[keyof typeof incomeParts][number];
