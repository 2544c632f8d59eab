/** Whether a text typed for a cell would be taken there: the same rules as for a whole file. */
import type { Field } from "../reading-fields.ts";
import { factorOf } from "./columns.ts";
import { problemOfName } from "./households.ts";
import { readIdNumber, readPhone } from "./identity.ts";
import { type Reason, reasons } from "./reasons.ts";
import { registerNoOf } from "./register-no.ts";
import { labelKey, tidyName } from "./text.ts";
import { isUnreadable, valueReader } from "./values.ts";

interface PlaceOfCell {
  field: Field;
  label: string;
  latestBirthYear: number;
}

/** Undefined when it would be taken. */
export function problemOfCell(
  text: string,
  { field, label, latestBirthYear }: PlaceOfCell,
): Reason | undefined {
  switch (field.key) {
    case "member.id_number":
      return readIdNumber(text, latestBirthYear).reject;
    case "household.register_no": {
      const found = registerNoOf(text);
      return typeof found === "string" ? undefined : found.unreadable;
    }
    case "member.name":
      return problemOfName(tidyName(text) || null);
    case "member_year.phone":
      return readPhone(text).valid ? undefined : reasons.phone;
    default: {
      const value = valueReader(field, factorOf(labelKey(label), field) ?? 1)(text);
      return isUnreadable(value) ? value.unreadable : undefined;
    }
  }
}
