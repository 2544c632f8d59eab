/** Which cells of the register are sealed, under which names, and opening them. A sealed cell opens only in its place. */
import { cellName } from "../../platform/secrets/envelope.ts";
import { secrets } from "../../platform/secrets/secrets.ts";

export function idCell(county: string, memberId: string): string {
  return cellName("registry.member.id_cipher", county, memberId);
}

export function memberPhoneCell(county: string, memberId: string, year: number): string {
  return cellName("registry.member_year.phone_cipher", county, `${memberId}/${year}`);
}

export function bookPhoneCell(county: string, householdId: string, year: number): string {
  return cellName("registry.household_year.phone_cipher", county, `${householdId}/${year}`);
}

export function collectorPhoneCell(county: string, householdId: string, year: number): string {
  return cellName("registry.monitoring.collector_phone_cipher", county, `${householdId}/${year}`);
}

export function helperPhoneCell(county: string, helperId: string): string {
  return cellName("registry.helper.phone_cipher", county, helperId);
}

/** The text of a sealed cell; null for an empty one. @throws Error when it was changed or moved */
export function openCell(sealed: Buffer | null | undefined, cell: string): string | null {
  return sealed ? secrets().envelope.open(sealed, cell).toString() : null;
}

export function openId(row: {
  county_code: string;
  member_id: string;
  id_cipher: Buffer | null;
}): string | null {
  return openCell(row.id_cipher, idCell(row.county_code, row.member_id));
}

export function openMemberPhone(row: {
  county_code: string;
  member_id: string;
  year: number;
  phone_cipher: Buffer | null;
}): string | null {
  return openCell(row.phone_cipher, memberPhoneCell(row.county_code, row.member_id, row.year));
}

export function openBookPhone(row: {
  county_code: string;
  household_id: string;
  year: number;
  phone_cipher: Buffer | null;
}): string | null {
  return openCell(row.phone_cipher, bookPhoneCell(row.county_code, row.household_id, row.year));
}

export function openHelperPhone(
  county: string,
  row: { id: string; phone_cipher: Buffer | null },
): string | null {
  return openCell(row.phone_cipher, helperPhoneCell(county, row.id));
}

export function correctionCell(
  { county, id }: { county: string; id: string },
  { sheet, row, letter }: { sheet: string; row: number; letter: string },
): string {
  return cellName("registry.import_correction.value_cipher", county, `${id}/${row}/${letter}/${sheet}`);
}

export function importFileCell(county: string, importId: string): string {
  return cellName("registry.import_batch.file_cipher", county, importId);
}
