/** Under which of several grants an address is asked for, so that a link to another own place opens without a detour. */
import { coversArea } from "../../../engines/area/area-prefix.ts";
import type { Grant } from "../../../domain/access/session.contract.ts";

/** @returns null when the acting grant already covers the area, or none does */
export function grantForArea(area: string, acting: Grant | null, grants: readonly Grant[]): Grant | null {
  if (acting && coversArea(acting.areaCode, area)) return null;
  return grants.find((grant) => coversArea(grant.areaCode, area)) ?? null;
}

/** The same for an address that names a county (6 digits) of which the person may see a part only. */
export function grantForCounty(county: string, acting: Grant | null, grants: readonly Grant[]): Grant | null {
  const reaches = (grant: Grant): boolean =>
    coversArea(grant.areaCode, county) || grant.areaCode.startsWith(county);
  if (acting && reaches(acting)) return null;
  return grants.find(reaches) ?? null;
}
