/** Who may do what. One table, walked by tests and printed in the documentation; the place is checked separately. */
import { Permission, type Role } from "./role.contract.ts";

const read: Permission[] = [
  "area.read",
  "household.list",
  "household.read",
  "verdict.read",
  "policy.read",
  "target.read",
  "task.read",
];

const matrix: Record<Role, readonly Permission[]> = {
  systemActor: Permission.options,
  administrator: ["area.read", "policy.read", "task.read", "audit.read", "person.manage"],
  provinceReader: read,
  cityReader: read,
  countyDataOfficer: [
    ...read,
    "household.open",
    "household.update",
    "import.create",
    "import.apply",
    "import.read",
    "verdict.evaluate",
    "audit.read",
  ],
  townshipClerk: [
    ...read,
    "household.open",
    "household.update",
    "import.create",
    "import.apply",
    "import.read",
  ],
  villageTeam: [...read, "household.open", "household.update"],
  helper: [...read, "household.open"],
};

const sets = new Map(Object.entries(matrix).map(([role, permissions]) => [role, new Set(permissions)]));

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return sets.get(role) ?? new Set();
}
