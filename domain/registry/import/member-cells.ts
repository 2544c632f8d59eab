/** The sealed cells of a member: id number and phone, sealed again only when they changed; and how changes are shown. */
import { secrets } from "../../../platform/secrets/secrets.ts";
import { idCell, memberPhoneCell, openCell } from "../sealed-cells.ts";
import type { ReadMember } from "../reading.contract.ts";
import { maskId, maskName, maskPhone } from "../masking.ts";
import { showDifference } from "../register-field.ts";
import { type Cell, type MemberTable, type Row, bytesOf, fieldOf, isSame } from "./row.ts";

/** A member as read, with the blind index of the number; a placeholder has none. */
export interface FileMember extends ReadMember {
  idIndex: Buffer | null;
}

/** Where a member's cells stand. */
export interface MemberCell {
  member: FileMember;
  id: string;
  county: string;
  year: number;
}

const idCellOf = ({ county, id }: MemberCell): string => idCell(county, id);
const phoneCellOf = ({ county, id, year }: MemberCell): string => memberPhoneCell(county, id, year);

/** The number in its cells. A file without a number leaves the known one; a card number (20 digits) is kept whole. */
export function idCells(at: MemberCell, old: Row): Row {
  const { member } = at;
  const { envelope, index } = secrets();
  const cell = idCellOf(at);
  const kept = {
    id_state: old["id_state"] ?? "missing",
    id_sex: old["id_sex"] ?? null,
    id_birth: old["id_birth"] ?? null,
    id_cipher: old["id_cipher"] ?? null,
    id_index: old["id_index"] ?? null,
    id_tail_index: old["id_tail_index"] ?? null,
  };
  if (member.idNumber === null)
    return Buffer.isBuffer(old["id_cipher"]) ? kept : { ...kept, id_state: member.idState };
  const isKnown =
    member.idIndex !== null && isSame(member.idIndex, old["id_index"]) && old["id_state"] === member.idState;
  if (
    isKnown &&
    (member.idNumber.length <= 18 || openCell(bytesOf(old["id_cipher"]), cell) === member.idNumber)
  )
    return kept;
  if (
    member.idIndex === null &&
    old["id_state"] === member.idState &&
    openCell(bytesOf(old["id_cipher"]), cell) === member.idNumber
  )
    return kept;
  return {
    id_state: member.idState,
    id_sex: member.idSex,
    id_birth: member.idBirth,
    id_cipher: envelope.seal(member.idNumber, cell),
    id_index: member.idIndex,
    id_tail_index: member.idIndex === null ? null : index.ofIdTail(member.idNumber.slice(14, 18)),
  };
}

export function isResealed(row: Row, old: Row): boolean {
  return row["id_cipher"] !== (old["id_cipher"] ?? null);
}

export function phoneCells(at: MemberCell, old: Row): Row {
  const { member } = at;
  const kept = {
    phone_cipher: old["phone_cipher"] ?? null,
    phone_index: old["phone_index"] ?? null,
    phone_state: old["phone_state"] ?? null,
  };
  if (member.phoneState === null) return kept;
  if (member.phone === null) return { phone_cipher: null, phone_index: null, phone_state: member.phoneState };
  const index = secrets().index.ofPhone(member.phone);
  if (isSame(index, old["phone_index"]) && old["phone_state"] === member.phoneState) return kept;
  return {
    phone_cipher: secrets().envelope.seal(member.phone, phoneCellOf(at)),
    phone_index: index,
    phone_state: member.phoneState,
  };
}

// They change only together with what is shown.
export const hiddenColumns = new Set(["area_code", "id_state", "birth_year", "phone_state"]);

/** The key of policies/fields.yaml that a changed cell stands for. */
export function fieldOfCell(table: MemberTable, column: string): string {
  if (column === "id_index") return "member.id_number";
  return column === "phone_index" ? "member_year.phone" : `${table}.${column}`;
}

/** A changed cell of a member as shown: masked where it is personal. */
export function showMemberChange(at: MemberCell, table: MemberTable, column: string, row: Row, old: Row) {
  const { member } = at;
  if (column === "name") {
    const mask = (cell: Cell) => (cellText(cell) === null ? null : maskName(cellText(cell) ?? ""));
    return { from: mask(old[column]), to: mask(row[column]) };
  }
  if (column === "id_index") {
    const from = openCell(bytesOf(old["id_cipher"]), idCellOf(at));
    return {
      from: from && maskId(from),
      to: member.idNumber && maskId(member.idNumber),
    };
  }
  if (column === "phone_index") {
    const from = openCell(bytesOf(old["phone_cipher"]), phoneCellOf(at));
    return {
      from: from && maskPhone(from),
      to: member.phone && maskPhone(member.phone),
    };
  }
  // A date of birth is part of the id number.
  if (column === "birth_date") return { from: yearOnly(old[column]), to: yearOnly(row[column]) };
  return showDifference(`${table}.${column}`, fieldOf(old[column]), fieldOf(row[column]));
}

function yearOnly(cell: Cell): string | null {
  return typeof cell === "string" ? `${cell.slice(0, 4)}-**-**` : null;
}

export function cellText(cell: Cell): string | null {
  return typeof cell === "string" ? cell : null;
}
