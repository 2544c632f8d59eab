/** Who may do what. One table, walked by tests and printed in the documentation; the place is checked separately. */
import { Permission, type Role } from "./role.contract.ts";

/** What everybody may see, of the area that is his. */
const orient: Permission[] = [
  "area.read",
  "area.read-own",
  "code-list.list",
  "figure.read",
  "policy.read",
  "task.list",
  "task.read",
];
const read: Permission[] = [...orient, "household.list", "household.read", "verdict.read", "target.read"];
const edit: Permission[] = ["household.open", "household.update", "verdict.preview"];
const importFiles: Permission[] = [
  "import.create",
  "import.apply",
  "import.restart",
  "import.list",
  "import.read",
  "import.list-fields",
  "import.map",
  "import.unmap",
  "import.withdraw-correction",
  "import.open-rejected",
  "import.list-differences",
  "import.list-corrections",
  "import.correct",
  "import.check-again",
];
const managePeople: Permission[] = ["person.list", "person.add", "person.grant", "person.disable"];

const matrix: Record<Role, readonly Permission[]> = {
  systemActor: Permission.options,
  administrator: [...orient, "audit.read", ...managePeople],
  provinceReader: read,
  cityReader: read,
  countyDataOfficer: [...read, ...edit, ...importFiles, "verdict.evaluate", "audit.read"],
  townshipClerk: [...read, ...edit, ...importFiles],
  villageTeam: [...read, ...edit],
  helper: [...read, "household.open"],
};

const sets = new Map(Object.entries(matrix).map(([role, permissions]) => [role, new Set(permissions)]));

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return sets.get(role) ?? new Set();
}
