/** What of the audit record is shown, as it stands in the address. Nothing personal: places by code, people and households by id. */
import { auditActions } from "../../../domain/audit/audit-action.contract.ts";
import type { AuditAction } from "../../../domain/audit/event.contract.ts";
import { readOne } from "./plain-search.ts";

export interface AuditFilters {
  /** Days, yyyy-mm-dd. */
  from?: string;
  to?: string;
  /** Id of a person. */
  person?: string;
  action?: AuditAction;
  /** 12 digits. */
  area?: string;
  /** Id of a household. */
  household?: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readAuditFilters(search: Record<string, unknown>): AuditFilters {
  const from = matching(day, search["from"]);
  const to = matching(day, search["to"]);
  const person = matching(uuid, search["person"]);
  const action = readOne(auditActions, search["action"]);
  const area = matching(/^\d{12}$/, search["area"]);
  const household = matching(uuid, search["household"]);
  return {
    ...(from && isDay(from) && { from }),
    ...(to && isDay(to) && { to }),
    ...(person && { person }),
    ...(action && { action }),
    ...(area && { area }),
    ...(household && { household }),
  };
}

function matching(shape: RegExp, value: unknown): string | undefined {
  return typeof value === "string" && shape.test(value) ? value : undefined;
}

function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
