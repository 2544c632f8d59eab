/** The same random conditions over the same null-heavy rows in JavaScript and in PostgreSQL: no difference at all. */
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScratchDatabase } from "../../test/database.ts";
import { readCatalogue } from "./catalogue.ts";
import { checkExpression } from "./check.ts";
import { evaluateTruth } from "./evaluate.ts";
import { parseExpression } from "./parse.ts";
import { conditionText, factRow } from "./random-rules.ts";
import { toSql } from "./sql.ts";
import { testCatalogue } from "./test-catalogue.ts";

const catalogue = readCatalogue(testCatalogue);
const rowCount = 1_000;
const conditionsPerStatement = 60;
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

const columns: [name: string, type: string][] = [
  ["persons", "int4"],
  ["children", "int4"],
  ["net_income", "int8"],
  ["line", "int8"],
  ["house_area", "float8"],
  ["farmland", "float8"],
  ["dangerous_house", "bool"],
  ["water_safe", "bool"],
  ["exit_status", "text"],
  ["house_grade", "text"],
  ["risks", "text[]"],
  ["born", "date"],
  ["identified", "int4"],
  ["remark", "text"],
];

test("600,000 evaluations are equal in JavaScript and PostgreSQL", { timeout: 120_000 }, async () => {
  const rows = fc.sample(factRow, { numRuns: rowCount, seed: 4117 });
  await client.query(
    `create temporary table fact (n int, ${columns.map(([name, type]) => `${name} ${type}`).join(", ")})`,
  );
  await client.query(
    `insert into fact select n, ${columns.map(([name]) => (name === "risks" ? "case when risks is not null then array(select jsonb_array_elements_text(risks)) end" : name)).join(", ")}
     from jsonb_to_recordset($1) as given (n int, ${columns.map(([name, type]) => `${name} ${type === "text[]" ? "jsonb" : type}`).join(", ")})`,
    [JSON.stringify(rows.map((row, n) => ({ n, ...stripped(row) })))],
  );
  const texts = fc.sample(conditionText, { numRuns: conditionsPerStatement * statements, seed: 702 });
  const trees = texts.map((text) => {
    const checked = checkExpression(parseExpression(text), catalogue, "household");
    if (!checked.ok) throw new Error(`${text}: ${checked.errors[0]?.message}`);
    return checked.tree;
  });
  let evaluations = 0;
  const seen = new Map<boolean | null, number>();
  const differences: string[] = [];
  for (let at = 0; at < trees.length; at += conditionsPerStatement) {
    const batch = trees.slice(at, at + conditionsPerStatement);
    const list = batch
      .map((tree, index) => `${toSql(tree, (fact) => `f.${fact.code}`)} as c${index}`)
      .join(", ");
    const result = await client.query<Record<string, boolean | null>>(
      `select ${list} from fact f order by n`,
    );
    result.rows.forEach((judged, n) => {
      batch.forEach((tree, index) => {
        evaluations += 1;
        const own = evaluateTruth(tree, rows[n] ?? {});
        seen.set(own, (seen.get(own) ?? 0) + 1);
        if (own !== judged[`c${index}`])
          differences.push(`${texts[at + index]} over ${JSON.stringify(rows[n])}: ${own} here`);
      });
    });
  }
  expect(differences.slice(0, 3)).toEqual([]);
  for (const truth of [true, false, null]) expect((seen.get(truth) ?? 0) / evaluations).toBeGreaterThan(0.1);
  expect(evaluations).toBe(rowCount * conditionsPerStatement * statements);
});

function stripped(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace("household.", ""), value]),
  );
}
