/** Code lists: which codes a field may hold and what each is called. */
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";

/** `label` is the Chinese word, `en` the English one; where a list has none, the Chinese word stands in. */
export const Coded = z.strictObject({ code: z.string(), label: z.string(), en: z.string() });
export type Coded = z.infer<typeof Coded>;

export const CodeList = z.strictObject({
  id: z.string(),
  title: BothLanguages,
  items: z.array(z.strictObject({ code: z.string(), label: z.string(), en: z.string().optional() })),
});
export type CodeList = z.infer<typeof CodeList>;

export const CodeLists = z.strictObject({ lists: z.array(CodeList) });
export type CodeLists = z.infer<typeof CodeLists>;
