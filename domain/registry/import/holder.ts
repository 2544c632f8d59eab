/**
 * Persons of a file whose id number stands on the books of another household. Where the file names that household too and
 * no longer has the person there, he moves with the file; everywhere else his row is rejected.
 */
import type { Reject } from "../reading.contract.ts";
import type { FileHousehold } from "./household.ts";
import { isTooLarge } from "./household-size.ts";
import type { IdentityHolder, KnownHousehold, KnownMember } from "./load.sql.ts";
import type { FileMember } from "./member-cells.ts";
import type { Comparison } from "./plan.ts";
import {
  rejectDuplicate,
  rejectHeadless,
  rejectMemberless,
  rejectRepeated,
  rejectTooLarge,
} from "./rejects.ts";
import { isSame } from "./row.ts";

export interface Holder extends IdentityHolder {
  countyName: string;
}

/** A household of the file with the persons it may have. */
export interface SettledHousehold {
  file: FileHousehold;
  known: KnownHousehold | undefined;
  /** Members on its books who move to another household of the file. */
  leaving: KnownMember[];
}

interface Candidate {
  file: FileHousehold;
  known: KnownHousehold | undefined;
}

interface Settlement {
  households: SettledHousehold[];
  rejected: Reject[];
  /** Known households of the file that were not taken: nobody can leave them. */
  refused: ReadonlySet<string>;
}

export interface SettlingRules {
  labelIn: Comparison["labelIn"];
  /** By id index in hexadecimal. */
  holders: ReadonlyMap<string, Holder>;
  /** Files that only update move nobody and need no head. */
  updatesOnly: boolean;
}

/** A household that is refused keeps its members, which may refuse the next one: repeated until nothing changes. */
export function settleHouseholds(candidates: Candidate[], rules: SettlingRules): Settlement {
  const isLocked = ({ known }: Candidate): boolean =>
    known?.books.household_year?.["book_status"] === "locked";
  let refused = new Set(candidates.filter(isLocked).flatMap(({ known }) => known?.id ?? []));
  for (;;) {
    const settled = settleOnce(candidates, rules, refused);
    if (settled.refused.size === refused.size) return settled;
    refused = new Set(settled.refused);
  }
}

function settleOnce(
  candidates: Candidate[],
  rules: SettlingRules,
  refusedBefore: ReadonlySet<string>,
): Settlement {
  const byId = new Map(candidates.flatMap((one) => (one.known ? [[one.known.id, one] as const] : [])));
  const leaving = new Map<string, KnownMember[]>();
  const refused = new Set(refusedBefore);
  const [accepted, rejected]: [Candidate[], Reject[]] = [[], []];
  for (const candidate of candidates) {
    const { file, known } = candidate;
    const settled = settleMembers(candidate, byId, rules, refused);
    rejected.push(...settled.rejected);
    if (!rules.updatesOnly && hasHead(file.members) && !hasHead(settled.members)) {
      rejected.push(rejectHeadless(file.read, rules.labelIn));
      if (known) refused.add(known.id);
      continue;
    }
    if (!rules.updatesOnly && settled.members.length === 0) {
      rejected.push(rejectMemberless(file.read, rules.labelIn));
      if (known) refused.add(known.id);
      continue;
    }
    if (isTooLarge({ ...file, members: settled.members }, known, rules.updatesOnly)) {
      rejected.push(rejectTooLarge(file.read, rules.labelIn));
      if (known) refused.add(known.id);
      continue;
    }
    for (const { from, member } of settled.movers) leaving.set(from, [...(leaving.get(from) ?? []), member]);
    accepted.push({ file: { ...file, members: settled.members }, known });
  }
  const households = accepted.map((one) => ({ ...one, leaving: leaving.get(one.known?.id ?? "") ?? [] }));
  return { households, rejected, refused };
}

interface SettledMembers {
  members: FileMember[];
  movers: { from: string; member: KnownMember }[];
  rejected: Reject[];
}

function settleMembers(
  { file, known }: Candidate,
  byId: ReadonlyMap<string, Candidate>,
  rules: SettlingRules,
  refused: ReadonlySet<string>,
): SettledMembers {
  const settled: SettledMembers = { members: [], movers: [], rejected: [] };
  const mayArrive = !rules.updatesOnly && !(known && refused.has(known.id));
  for (const member of file.members) {
    const holder = holderElsewhere(member, known, rules);
    const leaver = holder && mayArrive ? leaverOf(member, byId.get(holder.household_id), refused) : undefined;
    if (!holder) settled.members.push(member);
    else if (leaver) {
      settled.members.push(arriving(member));
      settled.movers.push({ from: holder.household_id, member: leaver });
    } else
      settled.rejected.push(
        member.repeatedAt
          ? rejectRepeated(member, rules.labelIn, member.repeatedAt, holder.countyName)
          : rejectDuplicate(member, rules.labelIn, holder.countyName),
      );
  }
  return settled;
}

export function hasHead(members: FileMember[]): boolean {
  return members.some((member) => member.isHead);
}

/** Somebody whom the file says to have left needs no place on the books. */
function holderElsewhere(
  member: FileMember,
  known: KnownHousehold | undefined,
  { holders }: SettlingRules,
): Holder | undefined {
  const status = member.fields["member_year.member_status"];
  if (member.idIndex === null || status === "2" || status === "3") return undefined;
  const holder = holders.get(member.idIndex.toString("hex"));
  return holder && holder.household_id !== known?.id ? holder : undefined;
}

/** The person in the other household, when the file names that household without him and him nowhere else. */
function leaverOf(
  member: FileMember,
  from: Candidate | undefined,
  refused: ReadonlySet<string>,
): KnownMember | undefined {
  if (!from?.known || refused.has(from.known.id) || member.repeatedAt) return undefined;
  const isPerson = (index: FileMember["idIndex"]): boolean => isSame(index, member.idIndex);
  if (from.file.members.some(({ idIndex }) => isPerson(idIndex))) return undefined;
  return from.known.members.find(
    ({ identity, book }) => book !== null && isSame(identity["id_index"], member.idIndex),
  );
}

function arriving(member: FileMember): FileMember {
  const { fields } = member;
  return {
    ...member,
    fields: {
      ...fields,
      "member_year.member_status": fields["member_year.member_status"] ?? "4",
      "member_year.change_reason": fields["member_year.change_reason"] ?? "07",
    },
  };
}
