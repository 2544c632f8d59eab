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

/** What a role is called, on every page and in every message. */
export const roleWords: Record<"zh" | "en", Record<Role, string>> = {
  zh: {
    systemActor: "系统",
    administrator: "系统管理员",
    provinceReader: "省级查询",
    cityReader: "市级查询",
    countyDataOfficer: "县级数据管理员",
    townshipClerk: "乡镇扶贫专干",
    villageTeam: "驻村工作队",
    helper: "帮扶责任人",
  },
  en: {
    systemActor: "System",
    administrator: "Administrator",
    provinceReader: "Province reader",
    cityReader: "City reader",
    countyDataOfficer: "County data officer",
    townshipClerk: "Township clerk",
    villageTeam: "Village work team",
    helper: "Helper",
  },
};

export const Permission = z.enum([
  "today.read",
  "area.read",
  "area.read-own",
  "code-list.list",
  "figure.read",
  "figure.export",
  "rank.read",
  "series.read",
  "map.read",
  "map.upload",
  "household.list",
  "household.read",
  "household.export",
  "household.fetch-export",
  "household.history",
  "household.open",
  "household.update",
  "verdict.preview",
  "import.create",
  "import.apply",
  "import.restart",
  "import.list",
  "import.read",
  "verdict.read",
  "verdict.evaluate",
  "policy.read",
  "policy.read-rule",
  "policy.read-lines",
  "policy.what-if",
  "policy.what-if-list",
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
