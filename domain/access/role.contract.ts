/** Roles and permissions: each operation has its own, which is the same word in audit, operations and translations. */
import { z } from "zod";

export const Role = z.enum([
  "systemActor",
  "administrator",
  "provinceReader",
  "cityReader",
  "countyDataOfficer",
  "townshipClerk",
  "villageTeam",
  "helper",
]);
export type Role = z.infer<typeof Role>;

export const Permission = z.enum([
  "area.read",
  "area.read-own",
  "code-list.list",
  "figure.read",
  "household.list",
  "household.read",
  "household.open",
  "household.update",
  "verdict.preview",
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
  "verdict.read",
  "verdict.evaluate",
  "policy.read",
  "target.read",
  "task.list",
  "task.read",
  "audit.read",
  "person.list",
  "person.add",
  "person.grant",
  "person.disable",
]);
export type Permission = z.infer<typeof Permission>;
