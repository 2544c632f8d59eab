/** Roles and permissions: a permission is a verb and a noun, and the same word in audit, operations and translations. */
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
  "household.list",
  "household.read",
  "household.open",
  "household.update",
  "import.create",
  "import.apply",
  "import.read",
  "verdict.read",
  "verdict.evaluate",
  "policy.read",
  "target.read",
  "task.read",
  "audit.read",
  "person.manage",
]);
export type Permission = z.infer<typeof Permission>;
