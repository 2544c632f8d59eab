/** How many members a household would have on the books: those of the file and those whom the file does not name. */
import { mostMembers } from "../household-size.ts";
import type { FileHousehold } from "./household.ts";
import { isOtherFamily } from "./identity-change.ts";
import type { KnownHousehold, KnownMember } from "./load.sql.ts";
import { isOnBooks, matchMembers } from "./member.ts";
import type { FileMember } from "./member-cells.ts";

/** `updatesOnly`: persons who are not known are not added. */
export function isTooLarge(
  file: FileHousehold,
  known: KnownHousehold | undefined,
  updatesOnly: boolean,
): boolean {
  // Nearly all households: nobody need be matched.
  if ((known?.members.length ?? 0) + file.members.length <= mostMembers) return false;
  const before = known && (updatesOnly || !isOtherFamily(file, known)) ? known.members : [];
  const matches = matchMembers(file.members, before);
  const matched = new Set(matches.values());
  const named = file.members.filter(
    (member) => (matches.has(member) || !updatesOnly) && isCounted(member, matches.get(member)),
  );
  const unnamed = before.filter((member) => !matched.has(member) && isOnBooks(member.book));
  return named.length + unnamed.length > mostMembers;
}

function isCounted(member: FileMember, known: KnownMember | undefined): boolean {
  const status = member.fields["member_year.member_status"];
  if (typeof status === "string") return isOnBooks({ member_status: status });
  return known?.book ? isOnBooks(known.book) : true;
}
