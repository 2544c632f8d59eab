/** Lines and facts: the same line by JavaScript and by the database, and every fact is a column that rules can read. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inForce } from "../../../engines/policy/rule.ts";
import { factsOf } from "../../../engines/policy/tree.ts";
import { testDatabase } from "../../../test/database.ts";
import { findLine, readLines, readStandards } from "./policy-data.ts";
import { readPolicies, requiredByRule } from "./policy-files.ts";

const { lines, catalogue, standards, rules } = readPolicies();
let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
  await client.connect();
});

afterAll(() => client.end());

/** 元 a person and year; undefined: no line is known. */
const known: [
  place: string,
  county: string,
  kind: "poverty" | "monitoring",
  year: number,
  yuan: number | undefined,
][] = [
  ["the base year", "621022", "poverty", 2010, 2300],
  ["the year of the first register", "411325", "poverty", 2013, 2736],
  ["Henan in the year of its exits", "411702", "poverty", 2018, 2995],
  ["the last year of the campaign", "621022", "poverty", 2020, 4000],
  ["no poverty line after the campaign", "621022", "poverty", 2021, undefined],
  [
    "a province whose formula has no one amount has no line, nor the country's",
    "441225",
    "poverty",
    2018,
    undefined,
  ],
  ["a line of the province goes before the country's", "411702", "monitoring", 2023, 7500],
  ["the first monitoring range", "411702", "monitoring", 2020, 6000],
  ["the floor of the next regime", "520123", "monitoring", 2021, 6000],
  ["Henan's own range", "411702", "monitoring", 2023, 7500],
  ["Guizhou's own range", "522729", "monitoring", 2023, 7300],
  ["a county's own range", "350526", "monitoring", 2024, 19_560],
  ["the neighbour of that county has none", "350525", "monitoring", 2024, undefined],
  ["a province whose range of that year nobody found", "621022", "monitoring", 2023, undefined],
  ["a year between that nobody found", "411702", "monitoring", 2022, undefined],
];

test.each(known)("%s (%s, %s %i)", async (_, county, kind, year, yuan) => {
  const fen = yuan === undefined ? undefined : yuan * 100;
  expect(findLine(lines, kind, year, county)?.amount ?? undefined).toBe(fen);
  await client.query("begin");
  await client.query("select verdicts.resolve_lines($1, $2)", [county, year]);
  const { rows } = await client.query<{ amount: string | null }>(
    `select (case $3 when 'poverty' then poverty_line else monitoring_line end)::text as amount
     from verdicts.county_line where county_code = $1 and year = $2`,
    [county, year, kind],
  );
  await client.query("rollback");
  expect(rows).toEqual([{ amount: fen === undefined ? null : String(fen) }]);
});

test("every line says where it comes from and how far that was read", () => {
  for (const line of lines) expect(line.source.mark, `${line.kind} ${line.year}`).toMatch(/^(V~?|M-[HML])$/);
});

test("a rule that holds net income against a line of disposable income says so in its note", () => {
  const readsLine = { poverty: "扶贫标准", monitoring: "监测标准" };
  const silent = rules.flatMap(({ rule, when }) => {
    const terms = factsOf(when).map((fact) => fact.term);
    const others = lines.filter(
      ({ kind, year, scope, amount, concept }) =>
        terms.includes(readsLine[kind]) &&
        amount !== null &&
        inForce(rule, `${year}-12-31`, rule.scope) &&
        (scope.startsWith(rule.scope) || rule.scope.startsWith(scope)) &&
        concept.zh !== "人均纯收入" &&
        !rule.note?.zh.includes(concept.zh),
    );
    return others.map(({ kind, year }) => `${rule.id}: ${kind} ${year}`);
  });
  expect(silent).toEqual([]);
});

test("remarks of rules and of their examples, and the words of lines, are in English too", () => {
  const remarks = rules.flatMap(({ rule }) => [rule.note, ...rule.examples.map(({ note }) => note)]);
  const words = [...remarks, ...lines.flatMap(({ concept, formula }) => [concept, formula])];
  expect(words.filter((text) => /\p{Script=Han}/u.test(text?.en ?? ""))).toEqual([]);
});

test("an amount that is not exact in fen is refused", () => {
  const line = {
    kind: "poverty",
    scope: "",
    concept: { zh: "试", en: "try" },
    source: { document: "试", article: "试" },
  };
  expect(() => readLines([{ ...line, amounts: { 2018: "2995.005" } }])).toThrow("2995.005");
  expect(() => readLines([{ ...line, scope: "4", amounts: { 2018: "2995" } }])).toThrow();
});

test("every fact is a column of the table or view that its rules read", async () => {
  const columns = await client.query<{ found: string }>(
    `select case table_name when 'fact' then 'household.' else 'member.' end || column_name as found
     from information_schema.columns
     where table_schema = 'verdicts' and table_name in ('fact', 'member_fact_source')`,
  );
  const there = new Set(columns.rows.map((row) => row.found));
  const facts = [...catalogue.byCode].filter(([, fact]) => fact.type !== "moneyPerHead");
  expect(facts.map(([key]) => key).filter((key) => !there.has(key))).toEqual([]);
});

test("the database can run every rule, whatever its year and place", async () => {
  const applied = await client.query<{ id: string; unit: string; expression: string }>(
    "select id, unit, expression from verdicts.rule where active order by id",
  );
  expect(applied.rows.map((row) => row.id)).toEqual(rules.map(({ rule }) => rule.id).sort());
  for (const unit of ["household", "member"]) {
    const columns = applied.rows.filter((row) => row.unit === unit).map((row) => row.expression);
    const members = unit === "member" ? "cross join verdicts.member_fact_source m" : "";
    const { fields } = await client.query(
      `select ${columns.join(", ")} from verdicts.fact f ${members} limit 0`,
    );
    expect(fields).toHaveLength(columns.length);
  }
});

test("a standard holds only where and while all its rules may hold", () => {
  const byId = new Map(rules.map(({ rule }) => [rule.id, rule]));
  for (const { id, scope, valid, rules: named } of standards) {
    for (const rule of named.map((one) => byId.get(one))) {
      expect(rule?.kind, id).toBe("criterion");
      expect(scope.startsWith(rule?.scope ?? "?"), `${id} ${rule?.id}`).toBe(true);
      expect((rule?.valid.to ?? "9999") >= (valid.to ?? "9999"), `${id} ${rule?.id}`).toBe(true);
    }
  }
});

test("a standard repeats only what another standard asks first, in the same years", () => {
  const [national, henan] = standards;
  const known = requiredByRule(rules);
  const reading = (repeats: Record<string, string[]>) => () =>
    readStandards([national, { ...henan, repeats }], known);
  const income = "henan.exit.household.income";
  expect(reading({ [income]: ["exit.household.income"] })()).toHaveLength(2);
  expect(reading({ "exit.household.income": [income] })).toThrow("has no rule exit.household.income");
  expect(reading({ [income]: ["henan.exit.household.housing"] })).toThrow("cannot repeat");
  expect(reading({ [income]: ["exit.household.nothing"] })).toThrow("cannot repeat");
  expect(reading({ [income]: ["exit.household.housing"] })).toThrow("no condition in the same words");
  const byId = new Map(rules.map(({ rule }) => [rule.id, rule]));
  for (const [rule, repeated] of standards.flatMap(({ repeats }) => Object.entries(repeats)))
    for (const one of repeated)
      expect((byId.get(one)?.valid.from ?? "9999") <= (byId.get(rule)?.valid.to ?? "9999"), rule).toBe(true);
});
