/** Helpers in a file: found by phone or by name and unit, else new; who helps a household from the year of the book on. */
import { newId } from "../../../platform/id.ts";
import { secrets } from "../../../platform/secrets/secrets.ts";
import { type Comparison, noteChange } from "./plan.ts";
import { remarkHelperPhone, remarkHelperStays } from "./rejects.ts";
import { maskName } from "../masking.ts";
import type { ReadHousehold } from "../reading.contract.ts";
import { helperPhoneCell } from "../sealed-cells.ts";
import { titleOf } from "../register-field.ts";
import type { HelperRow, KnownHousehold } from "./load.sql.ts";

type FileHelper = NonNullable<ReadHousehold["helper"]>;

interface Helper {
  id: string;
  name: string;
}

export interface HelperBook {
  /** Plans the pairing that the file names. True when it differs from the known one. */
  assign(
    compare: Comparison,
    read: ReadHousehold,
    household: { id: string; areaCode: string },
    known?: KnownHousehold,
  ): boolean;
}

export function helperBook(existing: HelperRow[]): HelperBook {
  const byPhone = new Map<string, Helper>();
  const byName = new Map<string, Helper>();
  const names = new Map<string, string>();
  const remember = (helper: Helper, unit: string | null, phone: Buffer | null): void => {
    if (phone) byPhone.set(phone.toString("hex"), helper);
    const key = `${helper.name}/${unit ?? ""}`;
    if (!byName.has(key)) byName.set(key, helper);
    names.set(helper.id, helper.name);
  };
  for (const row of existing) remember(row, row.unit_name, row.phone_index);

  const findOrAdd = (compare: Comparison, read: ReadHousehold, given: FileHelper): Helper | undefined => {
    const phone = given.phone === null ? null : secrets().index.ofPhone(given.phone);
    const known =
      phone === null ? byName.get(`${given.name}/${given.unit ?? ""}`) : byPhone.get(phone.toString("hex"));
    if (known && given.name !== null && known.name !== given.name) {
      compare.plan.remarks.push(remarkHelperPhone(read, compare.labelIn));
      return undefined;
    }
    if (known || given.name === null) return known;
    const helper = addHelper(compare, given.name, given, phone);
    remember(helper, given.unit, phone);
    return helper;
  };

  return {
    assign(compare, read, household, known) {
      const helper = read.helper && findOrAdd(compare, read, read.helper);
      if (!helper || known?.helpers.some((one) => one.helperId === helper.id)) return false;
      planAssignment(compare, helper, household, known);
      if (known?.books.household_year) {
        const before = known.helpers.map((one) => maskName(names.get(one.helperId) ?? "")).join("、");
        noteHelper(compare, read.registerNo, before || null, maskName(helper.name));
      }
      return true;
    },
  };
}

const noHelper = "household_year.no_helper";

/** The household as the file has it; that it has no helper is not taken where the register has one, and a remark says so. */
export function withKnownHelper(
  { plan, labelIn }: Comparison,
  read: ReadHousehold,
  known: KnownHousehold | undefined,
): ReadHousehold {
  if (read.fields[noHelper] !== true || !known || known.helpers.length === 0) return read;
  plan.remarks.push(remarkHelperStays(read, labelIn));
  return { ...read, fields: { ...read.fields, [noHelper]: null } };
}

function noteHelper({ plan }: Comparison, registerNo: string, from: string | null, to: string): void {
  const label = titleOf("helper.name");
  noteChange(plan, "helper.name", label, () => ({ registerNo, label, from, to }));
}

function addHelper({ plan, now }: Comparison, name: string, given: FileHelper, phone: Buffer | null): Helper {
  const id = newId(now);
  plan.rows.helper.push({
    county_code: plan.county,
    id,
    name,
    unit_name: given.unit,
    phone_cipher:
      given.phone === null ? null : secrets().envelope.seal(given.phone, helperPhoneCell(plan.county, id)),
    phone_index: phone,
    created_at: now,
  });
  return { id, name };
}

/** The file knows only who helps in the year: the pairing begins with it and the one before ends. */
function planAssignment(
  { plan, year }: Comparison,
  helper: Helper,
  household: { id: string; areaCode: string },
  known?: KnownHousehold,
): void {
  const start = `${year}-01-01`;
  for (const { helperId, startedOn } of known?.helpers ?? []) {
    const endedOn = startedOn > start ? startedOn : start;
    plan.assignmentsEnded.push({ householdId: household.id, helperId, startedOn, endedOn });
  }
  plan.rows.helper_assignment.push({
    county_code: plan.county,
    household_id: household.id,
    helper_id: helper.id,
    started_on: start,
    ended_on: known?.nextHelperFrom ?? null,
    area_code: household.areaCode,
  });
}
