/** The accounts of a demo, which its sign-in page offers: invented people on an invented register. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";

export const Demo = z.strictObject({
  password: z.string().describe("The same for all of them, and printed by `start`, too"),
  accounts: z.array(z.strictObject({ login: z.string(), about: BothLanguages })),
});
export type Demo = z.infer<typeof Demo>;

export const DemoReply = z.strictObject({
  demo: Demo.nullable().describe("null: this house runs no demo"),
});
export type DemoReply = z.infer<typeof DemoReply>;
