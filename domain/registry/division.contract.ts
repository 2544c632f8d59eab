/** Places: provinces (1), cities (2), counties (3), townships (4), villages (5); the whole country is level 0. */
import { z } from "zod";
import { AnyAreaCode } from "../access/area-code.contract.ts";

const Place = z.strictObject({ code: z.string(), name: z.string() });

export const AreaParams = z.strictObject({ code: AnyAreaCode });

export const Area = z.strictObject({
  code: z.string(),
  name: z.string(),
  level: z.number().int(),
  path: z.array(Place).describe("From the province down to the place itself"),
  children: z.array(Place.extend({ level: z.number().int() })),
});
export type Area = z.infer<typeof Area>;
