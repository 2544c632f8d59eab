/** What leaves an entry. A plain list, which a browser can load without the schemas. */
import type { Permission } from "../access/role.contract.ts";

/** Operations, by their permission. */
const operations = [
  "household.open",
  "household.update",
  "household.export",
  "import.create",
  "import.apply",
  "import.undo",
  "import.restart",
  "import.close",
  "import.map",
  "import.unmap",
  "import.correct",
  "import.withdraw-correction",
  "import.check-again",
  "import.open-rejected",
  "verdict.evaluate",
  "policy.what-if",
  "policy.what-if-list",
  "map.upload",
  "person.add",
  "person.grant",
  "person.disable",
] as const satisfies readonly Permission[];

/** The word of the operation, what the command line does, or what anybody may do about his own session. */
export const auditActions = [
  ...operations,
  /** A chore of the worker only. */
  "import.drop-undo",
  /** From the command line only. */
  "target.import",
  "village.designate",
  "session.create",
  "session.delete",
  "session.change-password",
  /** A sign-in or a change of the password that was refused. */
  "session.refuse",
] as const;
