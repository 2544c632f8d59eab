/** Villages on the list of poor villages (贫困村), so that villages can be counted beside households and persons. */
import { recordAudit } from "../audit/event.service.ts";
import { type Work, requireArea } from "../access/work.ts";
import { savePoorVillages } from "./poor-village.sql.ts";

export interface PoorVillageList {
  /** 12-digit codes. */
  villages: readonly string[];
  designatedBy: "national" | "province";
  designatedYear: number;
  /** Who published the list, or that it is made up. */
  source: string;
}

/** Adds villages to the list; the same list twice changes nothing. @throws Problem access.outside-area */
export async function listAsPoor(work: Work, list: PoorVillageList): Promise<void> {
  for (const village of list.villages) requireArea(work.actor, village);
  await savePoorVillages(
    work.tx,
    list.villages.map((village) => ({
      county_code: village.slice(0, 6),
      area_code: village,
      designated_by: list.designatedBy,
      designated_year: list.designatedYear,
      source: list.source,
    })),
  );
  const area = work.actor.areaCode;
  await recordAudit(
    work,
    "village.designate",
    { kind: "villages", id: area, area },
    { villages: list.villages.length },
  );
}
