/** The same random rules over the same null-heavy rows in JavaScript and in PostgreSQL: no difference at all. */
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScratchDatabase } from "../../test/database.ts";
import { checkExpression } from "./check.ts";
import { type CompiledRule, ruleSql } from "./compile.ts";
import { outcomeOf } from "./judge.ts";
import { parseExpression } from "./parse.ts";
import { conditionText, factRow } from "./random-rules.ts";
import { ruleWith, testCatalogue } from "./test-catalogue.ts";

const rowCount = 1_000;
const rulesPerStatement = 60;
const statements = 10;

let database: Awaited<ReturnType<typeof createScratchDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await createScratchDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const sqlTypes: Record<string, string> = {
  integer: "int4",
  money: "int8",
  decimal: "float8",
  boolean: "bool",
  codes: "text[]",
  date: "date",
  month: "int4",
  code: "text",
  text: "text",
};

test("600,000 evaluations are equal in JavaScript and PostgreSQL", { timeout: 300_000 }, async () => {
  const rows = fc.sample(factRow, { numRuns: rowCount, seed: 4117 });
  await loadRows(rows);
  const rules = randomRules(rulesPerStatement * statements);
  const differences: string[] = [];
  const seen = new Map<string, number>();
  for (let at = 0; at < rules.length; at += rulesPerStatement) {
    const batch = rules.slice(at, at + rulesPerStatement);
    const judged = await judgeInDatabase(batch);
    rows.forEach((row, n) => {
      batch.forEach((rule, index) => {
        const own = outcomeOf(rule, row);
        seen.set(own, (seen.get(own) ?? 0) + 1);
        if (own === judged[n]?.[index]) return;
        differences.push(
          `${rule.rule.when} over ${JSON.stringify(row)}: ${own} here, ${judged[n]?.[index]} there`,
        );
      });
    });
  }
  expect(differences.slice(0, 3)).toEqual([]);
  const evaluations = [...seen.values()].reduce((sum, count) => sum + count, 0);
  expect(evaluations).toBe(rowCount * rulesPerStatement * statements);
  for (const outcome of ["pass", "fail", "unknown", "notApplicable"]) {
    expect(seen.get(outcome) ?? 0, outcome).toBeGreaterThan(evaluations / 20);
  }
});

/** A third with a condition when it applies, a third with exemptions, half with contradictions. Texts that the check finds too large are drawn again. */
function randomRules(count: number): CompiledRule[] {
  const conditions = fc
    .sample(conditionText, { numRuns: count * 4, seed: 702 })
    .filter((text) => checkExpression(parseExpression(text), testCatalogue, "household").ok);
  expect(conditions.length).toBeGreaterThan(count * 3.4);
  const next = () => conditions.pop() ?? "危房户";
  const reason = { zh: "免除", en: "exempt" };
  const message = { zh: "矛盾", en: "contradiction" };
  return Array.from({ length: count }, (_, index) =>
    ruleWith({
      when: next(),
      ...(index % 3 === 0 ? { applies: next() } : {}),
      ...(index % 2 === 0 ? { contradictions: [{ when: next(), message }] } : {}),
      ...(index % 3 === 1
        ? {
            exemptions: [
              { when: next(), reason },
              { when: next(), reason },
            ],
          }
        : {}),
    }),
  );
}

async function loadRows(rows: readonly object[]): Promise<void> {
  const facts = [...testCatalogue.facts.values()].filter(
    (fact) => fact.unit === "household" && fact.type !== "moneyPerHead",
  );
  const columns = facts.map((fact) => `${fact.code} ${sqlTypes[fact.type]}`);
  const given = facts.map((fact) => `${fact.code} ${fact.type === "codes" ? "jsonb" : sqlTypes[fact.type]}`);
  const values = facts.map(({ code, type }) =>
    type === "codes"
      ? `case when ${code} is not null then array(select jsonb_array_elements_text(${code})) end`
      : code,
  );
  await client.query(`create temporary table fact (n int, ${columns.join(", ")})`);
  await client.query(
    `insert into fact select n, ${values.join(", ")} from jsonb_to_recordset($1) as given (n int, ${given.join(", ")})`,
    [JSON.stringify(rows.map((row, n) => ({ n, ...withoutUnits(row) })))],
  );
}

async function judgeInDatabase(rules: readonly CompiledRule[]): Promise<string[][]> {
  const columns = rules.map((rule) => ruleSql(rule, (fact) => `f.${fact.code}`));
  const result = await client.query<(number | null)[]>({
    text: `select ${columns.join(",\n")} from fact f order by n`,
    rowMode: "array",
  });
  return result.rows.map((row) =>
    row.map((code) => (code === null ? "unknown" : (names[code] ?? String(code)))),
  );
}

const names = ["fail", "pass", "notApplicable"];

function withoutUnits(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace("household.", ""), value]),
  );
}
