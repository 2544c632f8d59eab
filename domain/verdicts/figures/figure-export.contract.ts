/** The places below an area with their figures, as a file. */
import { z } from "zod";
import { Year } from "./figure.contract.ts";

export const FigureExportQuery = z.strictObject({
  year: Year.optional().describe("Year of the book; the newest when absent"),
  format: z.enum(["xlsx", "csv"]),
});
export type FigureExportQuery = z.infer<typeof FigureExportQuery>;
