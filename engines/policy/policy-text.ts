/** A title or sentence of a policy file, in both languages; neither may be empty. */
import { z } from "zod";

export const PolicyText = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
