/**
 * A what-if says what an evaluation would say. The change is really applied, as the owner, in a transaction that is rolled
 * back: lines and rules are then what the what-if was asked about, and the county is evaluated again.
 */
import pg from "pg";
import { expect, test } from "vitest";
import { compileRule, ruleSql } from "../../../engines/policy/compile.ts";
import { aHousehold } from "../../../test/a-household.ts";
import { testDatabase } from "../../../test/database.ts";
import { savepointDatabase } from "../../../test/savepoint-database.ts";
import { systemWork } from "../../access/system-work.ts";
import type { Work } from "../../access/work.ts";
import { clientOf } from "../../../platform/db/database.ts";
import { getAppliedRule } from "../policy/applied-rule.ts";
import { evaluateCounty } from "../evaluation/evaluation.service.ts";
import { outcomeOf } from "../outcome.ts";
import { ruleColumn } from "../verdict.sql.ts";
import type { PolicyChange, WhatIfCell } from "./what-if.contract.ts";
import { tryPolicy } from "./what-if.service.ts";

const county = "411702";
const area = `${county}000000`;
const [housing, income, relation] = [
  "exit.household.housing",
  "exit.household.income",
  "quality.member.relation",
] as const;

/** As the owner, who may write rules and lines, inside one transaction that leaves nothing. */
async function asOwner(test: (work: Work, client: pg.PoolClient) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: (await testDatabase()).ownerUrl, max: 1 });
  const client = await pool.connect();
  try {
    await client.query("begin");
    await systemWork(savepointDatabase(client), area, new Date("2026-03-02T04:00:00Z"), (work) =>
      test(work, client),
    );
  } finally {
    await client.query("rollback");
    client.release();
    await pool.end();
  }
}

/** Sixty households on both sides of every line, some of them with something missing. */
async function aCounty(work: Work): Promise<void> {
  const grades = ["01", "02", "03", "04", "05", null];
  for (let index = 0; index < 60; index++) {
    await aHousehold(work, {
      areaCode: index % 2 ? "411702100200" : "411702101201",
      book: { exit_status: ["0", "1", "2"][index % 3] ?? "0" },
      ...(index % 7 !== 0 && {
        income: { wage: 150_000 + index * 12_345, production: 0, production_cost: 0 },
      }),
      living: { house_grade: grades[index % 6] ?? null, dangerous_house: index % 5 === 0 },
      members: Array.from({ length: 1 + (index % 3) }, (_, at) => ({
        inYear: { relation: at === 0 ? "01" : "03", birth_year: 1940 + index + at * 20 },
      })),
    });
  }
  await evaluateCounty(work, county, 2018);
}

async function storedOutcomes(work: Work, id: string): Promise<Map<string, number | null>> {
  const { rule } = await getAppliedRule(work.tx, id);
  const column = ruleColumn(rule.row.ordinal);
  const isMember = rule.row.unit === "member";
  const table = isMember ? "verdicts.member_verdict" : "verdicts.verdict";
  const rows = await clientRows(
    work,
    `select ${isMember ? "member_id" : "household_id"} as id, ${column} as outcome
    from ${table} where county_code = '${county}' and year = 2018`,
  );
  return new Map(rows.map((row) => [row.id, row.outcome]));
}

async function clientRows(work: Work, text: string): Promise<{ id: string; outcome: number | null }[]> {
  return (await clientOf(work.tx).query<{ id: string; outcome: number | null }>(text)).rows;
}

function rowsByCell(before: Map<string, number | null>, after: Map<string, number | null>) {
  const counts: Record<string, number> = {};
  for (const [id, outcome] of before) {
    const key = `${outcomeOf(outcome)} ${outcomeOf(after.get(id) ?? null)}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function askedByCell(cells: WhatIfCell[], unit: "households" | "persons") {
  return Object.fromEntries(cells.map((cell) => [`${cell.from} ${cell.to}`, cell[unit]]));
}

const ask = (work: Work, id: string, change: PolicyChange) =>
  tryPolicy(work, id, { area, year: 2018, change });

/** Asks first, then makes it so and evaluates again: both as counts by cell. */
async function bothWays(
  id: string,
  change: PolicyChange,
  unit: "households" | "persons",
  apply: (work: Work, client: pg.PoolClient) => Promise<unknown>,
) {
  const counted = { asked: {}, evaluated: {}, moved: 0 };
  await asOwner(async (work, client) => {
    await aCounty(work);
    const { total } = await ask(work, id, change);
    const before = await storedOutcomes(work, id);
    await apply(work, client);
    await evaluateCounty(work, county, 2018);
    counted.asked = askedByCell(total.cells, unit);
    counted.evaluated = rowsByCell(before, await storedOutcomes(work, id));
    counted.moved = total.changed.households;
  });
  return counted;
}

async function applyCondition(work: Work, client: pg.PoolClient, id: string, when: string) {
  const { rule } = await getAppliedRule(work.tx, id);
  const message = [{ zh: "试算", en: "trial" }];
  const read = compileRule({ ...rule.compiled.rule, when, message }, rule.compiled.catalogue);
  if (!read.ok) throw new Error(read.errors.map(({ zh }) => zh).join());
  const expression = ruleSql(read.compiled, ({ unit, code }) => `${unit === "member" ? "m" : "f"}.${code}`);
  await client.query("update verdicts.rule set expression = $1 where id = $2", [expression, id]);
}

test("a changed line moves exactly those whom an evaluation under that line moves", async () => {
  const change = { line: { kind: "poverty", amount: 400_000 } } as const;
  const { asked, evaluated, moved } = await bothWays(income, change, "households", (_, client) =>
    client.query(
      `insert into verdicts.line (kind, year, scope, amount, income_concept, source)
       values ('poverty', 2018, $1, 400000, '人均纯收入', '{"document":"试算","article":"一"}')`,
      [county],
    ),
  );
  expect(asked).toEqual(evaluated);
  expect(moved).toBeGreaterThan(0);
}, 60_000);

test.each([
  { id: housing, when: "住房等级 in ('A级', 'C级') or 危房户", unit: "households" },
  { id: relation, when: "年龄 > 50", unit: "persons" },
] as const)(
  "a changed condition of $id moves exactly those whom an evaluation under it moves",
  async ({ id, when, unit }) => {
    const { asked, evaluated, moved } = await bothWays(id, { when }, unit, (work, client) =>
      applyCondition(work, client, id, when),
    );
    expect(asked).toEqual(evaluated);
    expect(moved).toBeGreaterThan(0);
  },
  60_000,
);

test(
  "no change moves nobody",
  () =>
    asOwner(async (work) => {
      await aCounty(work);
      for (const id of [housing, income, relation]) {
        const { rule } = await getAppliedRule(work.tx, id);
        const { total } = await ask(work, id, { when: rule.compiled.rule.when });
        expect(total.changed).toEqual({ households: 0, persons: 0 });
        expect(total.cells.filter(({ from, to }) => from !== to)).toEqual([]);
      }
      const { total } = await ask(work, income, { line: { kind: "poverty", amount: 299_500 } });
      expect(total.changed).toEqual({ households: 0, persons: 0 });
      expect(total.all.households).toBe(60);
    }),
  60_000,
);
