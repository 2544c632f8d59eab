/** A role at a place with its days, as it is being chosen. */
import type { NewGrant, PersonRole } from "../../../../domain/access/person.contract.ts";

export interface GrantDraft {
  role: PersonRole | "";
  areaCode: string;
  /** `yyyy-mm-dd`; empty: from today, without an end. */
  validFrom: string;
  validTo: string;
}

export type DraftFault = "role" | "days";

/** Those that may be given here: a helper's account is bound to a helper of the register, whom this page cannot name. */
export const givenRoles = [
  "countyDataOfficer",
  "townshipClerk",
  "villageTeam",
  "cityReader",
  "provinceReader",
  "administrator",
] as const satisfies PersonRole[];

export function emptyDraft(areaCode: string): GrantDraft {
  return { role: "", areaCode, validFrom: "", validTo: "" };
}

/** @returns what has to be mended before it can be sent */
export function faultOf({ role, validFrom, validTo }: GrantDraft): DraftFault | null {
  if (role === "") return "role";
  return validFrom !== "" && validTo !== "" && validTo < validFrom ? "days" : null;
}

/** Null as long as no role is chosen. */
export function grantOf({ role, areaCode, validFrom, validTo }: GrantDraft): NewGrant | null {
  if (role === "") return null;
  return { role, areaCode, ...(validFrom !== "" && { validFrom }), ...(validTo !== "" && { validTo }) };
}
