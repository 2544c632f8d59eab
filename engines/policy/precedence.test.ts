/** PostgreSQL's own parser is the oracle: it groups every text as this parser does, and reads all SQL that we write. */
import fc from "fast-check";
import { loadModule, parseSync } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { checkExpression } from "./check.ts";
import { ruleSql } from "./compile.ts";
import type { Expression } from "./expression.ts";
import { parseExpression } from "./parse.ts";
import { PolicyError, attempt } from "./policy-error.ts";
import { printExpression } from "./print.ts";
import { conditionText } from "./random-rules.ts";
import { anyTree, tokenSoup, withoutPlaces } from "./random-trees.ts";
import { ruleWith, testCatalogue } from "./test-catalogue.ts";

/** Thousands of runs on a busy machine. */
const patient = { timeout: 300_000 };

beforeAll(() => loadModule());

/** Both parsers' view of one text: PostgreSQL's of the text, and PostgreSQL's of our tree with every bracket written. */
function views(text: string): { theirs: unknown; ours: unknown } {
  const tree = parseExpression(text);
  return {
    theirs: postgresTree(inPostgresWords(text)),
    ours: postgresTree(inPostgresWords(bracketed(tree))),
  };
}

function postgresTree(text: string): unknown {
  return withoutPlaces(parseSync(`select (${text})`));
}

/** PostgreSQL also knows columns named between, a plus sign, and operators with nothing on their left. Rules do not. */
const unwanted = /"between"|"sval":"(\+|@>|&&)"\}\}\],"rexpr"/;

function isPostgresExpression(text: string): boolean {
  try {
    return !unwanted.test(JSON.stringify(postgresTree(inPostgresWords(` ${text} `))));
  } catch {
    return false;
  }
}

/** The two words that PostgreSQL spells as operators. Test texts hold no quotes around them. */
function inPostgresWords(text: string): string {
  return text.replaceAll(/\bcontains\b/g, "@>").replaceAll(/\boverlaps\b/g, "&&");
}

function bracketed(tree: Expression): string {
  const part = (inner: Expression): string => `(${bracketed(inner)})`;
  const list = (items: readonly Expression[]): string => items.map(part).join(", ");
  const not = "negated" in tree && tree.negated ? "not " : "";
  switch (tree.kind) {
    case "binary":
      return `${part(tree.left)} ${tree.operator} ${part(tree.right)}`;
    case "unary":
      return `${tree.operator} ${part(tree.operand)}`;
    case "in":
      return `${part(tree.operand)} ${not}in (${list(tree.items)})`;
    case "between":
      return `${part(tree.operand)} ${not}between ${part(tree.low)} and ${part(tree.high)}`;
    case "is":
      return `${part(tree.operand)} is ${not}${tree.what}`;
    case "list":
      return list(tree.items);
    case "call":
      return `${tree.name}(${list(tree.items)})`;
    default:
      return printExpression(tree);
  }
}

test("random expressions are grouped as PostgreSQL groups them", patient, () => {
  fc.assert(
    fc.property(anyTree(false), (tree) => {
      const { theirs, ours } = views(printExpression(tree));
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 1_000 },
  );
});

test(
  "random tokens are an expression here exactly when they are one in PostgreSQL, with the same grouping",
  patient,
  () => {
    let accepted = 0;
    fc.assert(
      fc.property(tokenSoup, (text) => {
        const read = attempt(() => parseExpression(`(${text})`));
        if (!read.ok) {
          expect(isPostgresExpression(text), text).toBe(false);
          return;
        }
        accepted += 1;
        const { theirs, ours } = views(`( ${text} )`);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(600);
  },
);

test("PostgreSQL can read the SQL of every random rule", patient, () => {
  fc.assert(
    fc.property(conditionText, (text) => {
      const checked = checkExpression(parseExpression(text), testCatalogue, "household");
      if (!checked.ok) {
        expect(checked.errors.map((error) => error.code)).toEqual(["type.too-extreme"]);
        return;
      }
      const sql = ruleSql(ruleWith({ when: text, applies: text }), (fact) => `f.${fact.code}`);
      expect(() => parseSync(`select ${sql} from f`)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test("a chain as long as a rule may be is read, checked and written", () => {
  const text = Array.from({ length: 550 }, () => "危房户").join(" or ");
  const sql = ruleSql(ruleWith({ when: text }), (fact) => fact.code);
  expect(() => parseSync(`select ${sql}`)).not.toThrow();
  expect(() => parseExpression(`${"(".repeat(500)}a`)).toThrow(PolicyError);
});
