/** Why a search found a household: whom it matched, and by what. */
import { z } from "zod";
import { Coded } from "./code-list.contract.ts";

export const SearchMatch = z.strictObject({
  by: z.enum(["name", "initials", "pinyin", "registerNo", "registerNoTail", "id", "idTail", "phone"]),
  isExact: z
    .boolean()
    .describe(
      "The whole of what was looked for: the name itself, its whole pinyin, the number itself; no beginning, end or part",
    ),
  maskedName: z.string().nullable().describe("Null: the household itself was matched, no person"),
  isHead: z.boolean(),
  relation: Coded.nullable().describe("To the head, in the book of the year; null where it is not known"),
  inBook: z
    .enum(["present", "left", "absent"])
    .nullable()
    .describe(
      "In the book of the year: counted as a member, left the household, not in it. Null without a person",
    ),
});
export type SearchMatch = z.infer<typeof SearchMatch>;
