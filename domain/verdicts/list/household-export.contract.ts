/** The household list as a file. A search by text is left out: what somebody looked for stands in no task. */
import { z } from "zod";
import { AreaCode } from "../figures/figure.contract.ts";
import { HouseholdSearch } from "./household-list.contract.ts";

export const HouseholdExport = HouseholdSearch.omit({ text: true, after: true, before: true, limit: true });
export type HouseholdExport = z.infer<typeof HouseholdExport>;

/** What the task of an export carries. */
export const HouseholdExportInput = z.strictObject({ areaCode: AreaCode, filters: HouseholdExport });
export type HouseholdExportInput = z.infer<typeof HouseholdExportInput>;

export const StartedHouseholdExport = z.strictObject({ taskId: z.string() });
export type StartedHouseholdExport = z.infer<typeof StartedHouseholdExport>;

export const HouseholdExportKey = z.strictObject({
  area: AreaCode,
  id: z.uuid().describe("The id of the task that made it"),
});
export type HouseholdExportKey = z.infer<typeof HouseholdExportKey>;
