/** One unit of work: who is acting, in which transaction, at what time. Every use case takes it first. */
import { areaPrefix } from "../../engines/area/area-prefix.ts";
import type { Scope, Tx } from "../../platform/db/database.ts";
import type { Permission, Role } from "./role.contract.ts";
import { permissionsOf } from "./role-matrix.ts";
import { accessProblems } from "./access.problems.ts";

export interface Actor {
  personId: string;
  /** The grant this request acts under; null for system actors. */
  grantId: string | null;
  role: Role;
  /** The place of the grant, 12 digits. */
  areaCode: string;
  /** Set when the actor is a helper: only the households assigned to this helper. */
  helperId: string | null;
  /** The person who asked for the work of a system actor; null when the actor acts for himself. */
  startedBy: string | null;
}

export interface Work {
  actor: Actor;
  tx: Tx;
  now: Date;
}

/** The range of area codes below a place: 411702000000 covers 411702000000 to 411702999999. */
export function scopeOf(areaCode: string): Scope {
  const prefix = areaPrefix(areaCode);
  return { areaLow: prefix.padEnd(12, "0"), areaHigh: prefix.padEnd(12, "9") };
}

export function can(actor: Actor, permission: Permission): boolean {
  return permissionsOf(actor.role).has(permission);
}

/** @throws Problem access.outside-area when `areaCode` is not below the actor's place */
export function requireArea(actor: Actor, areaCode: string): void {
  const scope = scopeOf(actor.areaCode);
  if (areaCode < scope.areaLow || areaCode > scope.areaHigh) throw accessProblems["access.outside-area"]();
}
