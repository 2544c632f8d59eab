/** Area codes as people write them: 2, 4, 6, 9 or 12 digits; `0` alone is the whole country. Stored with 12 digits. */
import { z } from "zod";

export const AnyAreaCode = z
  .string()
  .regex(
    /^(0|\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/,
    "地区代码应为2、4、6、9或12位数字\nAn area code has 2, 4, 6, 9 or 12 digits",
  )
  .transform((digits) => digits.padEnd(12, "0"))
  .describe("Area code of 2, 4, 6, 9 or 12 digits");
