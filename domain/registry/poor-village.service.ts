/** Villages on the list of poor villages (贫困村), so that villages can be counted beside households and persons. */
import { recordAudit } from "../audit/event.service.ts";
import { type Work, requireArea } from "../access/work.ts";
import type { RegisterListener } from "./register-listener.ts";
import { type PoorVillage, findPoorVillages, savePoorVillages } from "./poor-village.sql.ts";

export interface PoorVillageList {
  /** 12-digit codes. */
  villages: readonly string[];
  designatedBy: "national" | "province";
  designatedYear: number;
  /** Who published the list, or that it is made up. */
  source: string;
}

/**
 * Adds villages to the list; the same list twice changes nothing. A village that stood there otherwise leaves what it was
 * in the record.
 * @throws Problem access.outside-area
 */
export async function listAsPoor(
  work: Work,
  listener: RegisterListener,
  list: PoorVillageList,
): Promise<void> {
  for (const village of list.villages) requireArea(work.actor, village);
  const known = new Map((await findPoorVillages(work.tx, list.villages)).map((row) => [row.area_code, row]));
  const rows = [...new Set(list.villages)].map((village) => ({
    county_code: village.slice(0, 6),
    area_code: village,
    designated_by: list.designatedBy,
    designated_year: list.designatedYear,
    source: list.source,
  }));
  const changed = rows.filter((row) => !isSame(known.get(row.area_code), row));
  if (changed.length === 0) return;
  await savePoorVillages(work.tx, changed);
  const area = work.actor.areaCode;
  await recordAudit(
    work,
    "village.designate",
    { kind: "villages", id: area, area },
    { villages: changed.length },
  );
  for (const row of changed) await recordCorrection(work, known.get(row.area_code), row);
  for (const county of new Set(changed.map((row) => row.county_code)))
    await listener.villagesListed(work, county);
}

async function recordCorrection(
  work: Work,
  before: PoorVillage | undefined,
  row: PoorVillage,
): Promise<void> {
  if (!before) return;
  const subject = { kind: "villages", id: row.area_code, area: row.area_code };
  await recordAudit(work, "village.designate", subject, {
    designatedBy: row.designated_by,
    designatedYear: row.designated_year,
    source: row.source,
    formerDesignatedBy: before.designated_by,
    formerDesignatedYear: before.designated_year,
    formerSource: before.source,
  });
}

function isSame(before: PoorVillage | undefined, row: PoorVillage): boolean {
  return (
    before?.designated_by === row.designated_by &&
    before.designated_year === row.designated_year &&
    before.source === row.source
  );
}
