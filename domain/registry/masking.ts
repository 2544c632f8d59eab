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

// Blanks and hyphens may stand between the digits of a phone number.
const longNumber = /[0-9０-９](?:[ \-－—]?[0-9０-９]){5,}[XxＸｘ]?/g;

/** Any text with its numbers of six digits and more masked: one of 11 digits as a phone, others as an id number. */
export function maskNumbers(text: string): string {
  return text.replace(longNumber, (found) => maskNumber(found.normalize("NFKC").replaceAll(/[^\dXx]/g, "")));
}

/** A number that may be a person's: one of 11 digits as a phone, others as an id number. */
export function maskNumber(number: string): string {
  return number.length === 11 ? maskPhone(number) : maskId(number);
}
