/** Household numbers that now belong to wholly other people, and the confirmation of exactly those that were shown. */
import { createHash } from "node:crypto";
import { secrets } from "../../../platform/secrets/secrets.ts";
import { importProblems } from "../import.problems.ts";
import type { FileHousehold } from "./household.ts";
import type { KnownHousehold } from "./load.sql.ts";
import type { FileMember } from "./member-cells.ts";
import { isSame } from "./row.ts";

export interface IdentityChange {
  registerNo: string;
  /** Who leaves and who comes, as far as no reader can tell who they are. */
  seal: string;
}

/** The same household number, but nobody of those who had it: most likely a number given twice. */
export function isOtherFamily({ members }: FileHousehold, known: KnownHousehold): boolean {
  const isNamed = ({ name, idIndex }: FileMember): boolean => name !== null || idIndex !== null;
  if (known.members.length === 0 || !members.some(isNamed)) return false;
  const names = new Set(known.members.map(({ identity }) => identity["name"]));
  const isKnown = (member: FileMember): boolean =>
    (member.name !== null && names.has(member.name)) ||
    (member.idIndex !== null &&
      known.members.some(({ identity }) => isSame(identity["id_index"], member.idIndex)));
  return !members.some(isKnown);
}

/** Those on the books by their key, those who come by the keyed index of their id number, without one of their name. */
export function identityChange({ read, members }: FileHousehold, known: KnownHousehold): IdentityChange {
  const before = known.members.map(({ id }) => id).sort();
  const indexOf = ({ idIndex, name }: FileMember): string =>
    (idIndex ?? secrets().index.ofName(name ?? "")).toString("hex");
  const after = members.map(indexOf).sort();
  return { registerNo: read.registerNo, seal: JSON.stringify([known.id, before, after]) };
}

/** SHA-256 over all of them, whatever their order; null when there is none. */
export function identityDigest(changes: readonly IdentityChange[]): string | null {
  if (changes.length === 0) return null;
  const sorted = changes.map(({ registerNo, seal }) => JSON.stringify([registerNo, seal])).sort();
  return createHash("sha256")
    .update([changes.length, ...sorted].join("\n"))
    .digest("hex");
}

/**
 * Only what was shown can be confirmed.
 * @throws Problem import.identity-changes-unconfirmed, import.identity-changes-differ
 */
export function requireConfirmed(
  { count, digest }: { count: number; digest: string | null },
  confirmed: string | undefined,
): void {
  if (digest === null || digest === confirmed) return;
  if (confirmed === undefined) throw importProblems["import.identity-changes-unconfirmed"]({ count });
  throw importProblems["import.identity-changes-differ"]({ count });
}
