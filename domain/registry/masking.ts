/**
 * Masked forms of personal data, the only ones that leave by default: a name keeps its first character, an id number its
 * first and last four, a phone number its first three and last four. The length of a name is hidden, too.
 */

/** 王建国 → 王**; an empty name stays empty. */
export function maskName(name: string): string {
  const [first] = name.trim();
  return first === undefined ? "" : `${first}**`;
}

/** 18 characters → 4117**********0013. A number too short to hide anything becomes stars. */
export function maskId(idNumber: string): string {
  if (idNumber.length < 15) return "*".repeat(idNumber.length);
  return `${idNumber.slice(0, 4)}${"*".repeat(idNumber.length - 8)}${idNumber.slice(-4)}`;
}

/** 13800001234 → 138****1234; anything that is not a mobile number becomes stars. */
export function maskPhone(phone: string): string {
  if (!/^\d{11}$/.test(phone)) return "****";
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
