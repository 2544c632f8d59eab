/** Boundaries of the places below an area, with the source and the map approval number (审图号) they may be shown under. */
import { z } from "zod";
import { AnyAreaCode } from "../access/area-code.contract.ts";

export const AreaMapKey = z.strictObject({ area: AnyAreaCode });

const Position = z.tuple([z.number(), z.number()]).describe("Longitude and latitude in degrees");

export const AreaOutline = z.strictObject({
  code: z.string().describe("12-digit code of a place directly below"),
  rings: z.array(z.array(Position)).describe("Outer and inner rings alike: filled by the even-odd rule"),
});
export type AreaOutline = z.infer<typeof AreaOutline>;

export const AreaMap = z.strictObject({
  source: z.string(),
  approvalNumber: z.string().describe("审图号"),
  uploadedAt: z.string(),
  outlines: z.array(AreaOutline),
});

export const AreaMapOf = z.strictObject({
  area: z.string(),
  map: AreaMap.nullable().describe("Null: nothing was uploaded, places are shown as equal tiles"),
  can: z.strictObject({ upload: z.boolean() }),
});
export type AreaMapOf = z.infer<typeof AreaMapOf>;
