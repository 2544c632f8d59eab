/** A sentence or word in both languages of the face, as replies carry it. */
import { z } from "zod";

export const BothLanguages = z.strictObject({ zh: z.string(), en: z.string() });
export type BothLanguages = z.infer<typeof BothLanguages>;
