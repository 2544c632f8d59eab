/** Under which of several grants an address is asked for, so that a link to another own place opens without a detour. */
import type { Grant } from "../../../domain/access/session.contract.ts";

/** @returns null when the acting grant already covers the area, or none does */
export function grantForArea(area: string, acting: Grant | null, grants: readonly Grant[]): Grant | null {
  if (acting && covers(acting, area)) return null;
  return grants.find((grant) => covers(grant, area)) ?? null;
}

/** The same for an address that names a county (6 digits) of which the person may see a part only. */
export function grantForCounty(county: string, acting: Grant | null, grants: readonly Grant[]): Grant | null {
  const reaches = (grant: Grant): boolean => covers(grant, county) || grant.areaCode.startsWith(county);
  if (acting && reaches(acting)) return null;
  return grants.find(reaches) ?? null;
}

const levelLengths = [0, 2, 4, 6, 9, 12];

function covers({ areaCode }: Grant, area: string): boolean {
  const length = levelLengths.find((digits) => /^0*$/.test(areaCode.slice(digits))) ?? 12;
  return area.startsWith(areaCode.slice(0, length));
}
