/**
 * The words a rule may use: facts with their types, and the code lists that some facts take their values from.
 * Money is integer fen; rule text, examples and messages write it in 元.
 */
import { z } from "zod";
import { PolicyError, nowhere } from "./policy-error.ts";
import { PolicyText } from "./policy-text.ts";
import { readShape } from "./shape.ts";

export const CodeList = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  title: PolicyText,
  items: z.array(
    z.strictObject({
      code: z.string().min(1),
      label: z.string().min(1),
      en: z.string().optional(),
      aliases: z.array(z.string()).optional(),
    }),
  ),
  note: z.string().optional(),
});
export type CodeList = z.infer<typeof CodeList>;

const plainTypes = ["integer", "decimal", "money", "boolean", "text", "date", "month"] as const;

const factBase = {
  term: z.string().min(1),
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  unit: z.enum(["household", "member"]),
  title: PolicyText,
  measure: z.string().optional(),
  source: z.string().optional(),
  keyedBy: z.string().optional(),
  note: z.string().optional(),
};

export const Fact = z.discriminatedUnion("type", [
  z.strictObject({ ...factBase, type: z.enum(plainTypes) }),
  z.strictObject({ ...factBase, type: z.literal("code"), list: z.string() }),
  z.strictObject({ ...factBase, type: z.literal("codes"), list: z.string() }),
  /** A ratio of a money fact and a count: it has no column of its own. */
  z.strictObject({
    ...factBase,
    type: z.literal("moneyPerHead"),
    numerator: z.string(),
    denominator: z.string(),
  }),
]);
export type Fact = z.infer<typeof Fact>;

export interface FactCatalogue {
  /** By id; `document` is the one that says what the documents of sources are called in English. */
  readonly lists: ReadonlyMap<string, CodeList>;
  /** By Chinese term. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** By unit and code: `household.persons`. */
  readonly byCode: ReadonlyMap<string, Fact>;
}

const CatalogueFile = z.strictObject({ lists: z.array(CodeList), facts: z.array(Fact) });

/** Reads lists and facts. @throws PolicyError catalogue.* naming the entry that is wrong */
export function readCatalogue(value: unknown): FactCatalogue {
  const file = readShape(CatalogueFile, value, "catalogue.shape");
  const lists = new Map<string, CodeList>();
  for (const list of file.lists) {
    if (lists.has(list.id)) throw wrong(`代码表 ${list.id} 重复`, `code list ${list.id} stands twice`);
    checkItems(list);
    lists.set(list.id, list);
  }
  const facts = new Map<string, Fact>();
  const byCode = new Map<string, Fact>();
  for (const fact of file.facts) {
    const key = `${fact.unit}.${fact.code}`;
    if (facts.has(fact.term) || byCode.has(key))
      throw wrong(`指标 ${fact.term} 重复`, `fact ${fact.term} stands twice`);
    facts.set(fact.term, fact);
    byCode.set(key, fact);
  }
  for (const fact of facts.values()) checkReferences(fact, lists, byCode);
  return { lists, facts, byCode };
}

function checkItems({ id, items }: CodeList): void {
  const codes = items.map((item) => item.code);
  const labels = items.flatMap((item) => [item.label, ...(item.aliases ?? [])]);
  const twice = [codes, labels].flatMap((words) =>
    words.filter((word, index) => words.indexOf(word) !== index),
  );
  if (twice[0] === undefined) return;
  throw wrong(`代码表 ${id} 里“${twice[0]}”重复`, `"${twice[0]}" stands twice in the code list ${id}`);
}

function checkReferences(fact: Fact, lists: Map<string, CodeList>, byCode: Map<string, Fact>): void {
  if ((fact.type === "code" || fact.type === "codes") && !lists.has(fact.list)) {
    throw wrong(
      `${fact.term} 用到的代码表 ${fact.list} 不存在`,
      `${fact.term} names the unknown list ${fact.list}`,
    );
  }
  if (fact.type !== "moneyPerHead") return;
  const numerator = byCode.get(`${fact.unit}.${fact.numerator}`);
  const denominator = byCode.get(`${fact.unit}.${fact.denominator}`);
  if (numerator?.type !== "money" || denominator?.type !== "integer") {
    throw wrong(
      `${fact.term} 须由金额除以人数得出`,
      `${fact.term} must be a money fact over an integer fact`,
    );
  }
}

function wrong(zh: string, en: string): PolicyError {
  return new PolicyError("catalogue.wrong", nowhere, { zh, en });
}
