/** What people may send: bounds that hold for every text and every number, since the database holds no more. */
import { z } from "zod";

/** Any text from outside. PostgreSQL stores no NUL character. */
export const InputText = z
  .string()
  .refine((text) => !text.includes("\0"), "must not contain the NUL character");

/** The largest integer of four bytes, as columns of positions and rows are. */
export const mostInt4 = 2_147_483_647;
