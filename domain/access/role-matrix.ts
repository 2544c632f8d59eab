/** Who may do what. One table, walked by tests and printed in the documentation; the place is checked separately. */
import { Permission, type Role } from "./role.contract.ts";

/** What everybody may see, of the area that is his. */
const orient: Permission[] = [
  "today.read",
  "area.read",
  "area.read-own",
  "code-list.list",
  "figure.read",
  "figure.export",
  "rank.read",
  "series.read",
  "map.read",
  "policy.read",
  "policy.read-rule",
  "policy.read-lines",
  "task.list",
  "task.read",
];
const read: Permission[] = [
  ...orient,
  "household.list",
  "household.read",
  "household.history",
  "verdict.read",
  "target.read",
];
/** Not of helpers: their few households stand in their list. */
const exportRows: Permission[] = ["household.export", "household.fetch-export"];
const edit: Permission[] = ["household.open", "household.update", "verdict.preview"];
const importFiles: Permission[] = [
  "import.create",
  "import.apply",
  "import.restart",
  "import.list",
  "import.read",
  "import.list-fields",
  "import.list-unused-columns",
  "import.map",
  "import.unmap",
  "import.withdraw-correction",
  "import.open-rejected",
  "import.fetch-rejected",
  "import.undo",
  "import.close",
  "import.list-left-alone",
  "import.list-reject-groups",
  "import.list-rejects",
  "import.list-differences",
  "import.list-corrections",
  "import.correct",
  "import.check-again",
];
const tryPolicies: Permission[] = ["policy.what-if", "policy.what-if-list"];
const readRecord: Permission[] = ["audit.read", "audit.list-people"];
const managePeople: Permission[] = ["person.list", "person.add", "person.grant", "person.disable"];

const matrix: Record<Role, readonly Permission[]> = {
  systemActor: Permission.options,
  administrator: [...orient, ...readRecord, ...managePeople],
  provinceReader: [...read, ...exportRows, ...tryPolicies],
  cityReader: [...read, ...exportRows, ...tryPolicies],
  countyDataOfficer: [
    ...read,
    ...exportRows,
    ...tryPolicies,
    ...edit,
    ...importFiles,
    "map.upload",
    "verdict.evaluate",
    ...readRecord,
  ],
  townshipClerk: [...read, ...exportRows, ...edit, ...importFiles],
  villageTeam: [...read, ...exportRows, ...edit],
  helper: [...read, "household.open"],
};

const sets = new Map(Object.entries(matrix).map(([role, permissions]) => [role, new Set(permissions)]));

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return sets.get(role) ?? new Set();
}
