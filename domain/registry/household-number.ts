/** Which text may be a household number (户编号). It is shown in clear, so that nothing of a person may stand in its place. */

/** `odd`: of other characters than a number has; `personal`: a name, a phone number or an id number, right or wrong. */
export type NumberFault = "odd" | "personal";

const longest = 40;
const name = /\p{Script=Han}|\p{L}{4}|^[^\d]*$/u;
const uuid = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i;

// After a country code or a zero, with hyphens, before an extension; a landline is told by its hyphen.
const phones = [/(?:^|\D)(?:0{0,2}86[-_.#]?|0)?1[3-9]\d(?:[-_.#]?\d{4}){2}(?!\d)/, /^0\d{2,3}-\d{7,8}(?!\d)/];

// Region, then what was meant for a date of birth: mostly 18 digits, one less when the last is X or lost, more on a disability
// card. Household numbers of the national system have 16 digits and more, begin with the county as well, and go on at
// random: 16 are never an id number, and one in a thousand of the others looks like one.
const idNumbers = [
  /^[1-9]\d{5}(?:19\d\d|20[0-2]\d)[01]\d[0-3]\d{4,9}$/,
  /^[1-9]\d{7}(?:0[1-9]|1[0-2])[0-3]\d{4}$/,
];

export function faultOfNumber(text: string): NumberFault | undefined {
  if (uuid.test(text)) return undefined;
  if (name.test(text) || phones.some((pattern) => pattern.test(text))) return "personal";
  const digits = text.replaceAll(/\D/g, "");
  if (idNumbers.some((pattern) => pattern.test(digits))) return "personal";
  return text.length <= longest && /^[A-Za-z\d][A-Za-z\d_.#-]*$/.test(text) ? undefined : "odd";
}
