/** Facts, rules and rollup in the peer: the same columns and the very same rule expressions over its own tables. */
import type pg from "pg";
import type { Peer } from "./peer.ts";

export interface PeerSteps {
  facts: () => Promise<void>;
  rules: () => Promise<void>;
  "member-rules": undefined;
  rollup: () => Promise<void>;
}

/** Columns of our tables that the dataset does not fill stand as nulls of the right type. */
export async function peerSteps(
  owner: pg.Client,
  peer: Peer,
  year: number,
  county: string,
): Promise<PeerSteps> {
  const columns = await owner.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = 'verdicts.fact'::regclass and attnum > 0 order by attnum`,
  );
  const rules = await owner.query<{ ordinal: number; expression: string }>(
    `select ordinal, expression from verdicts.rule where unit = 'household' and active
       and left($1, length(scope)) = scope and valid_from <= make_date($2, 12, 31)
       and (valid_to is null or valid_to >= make_date($2, 12, 31)) order by ordinal`,
    [county, year],
  );
  const lines = await owner.query<{ poverty: number | null; monitoring: number | null }>(
    `select max(amount) filter (where kind = 'poverty') as poverty, max(amount) filter (where kind = 'monitoring') as monitoring
     from verdicts.line where year = $1 and scope = ''`,
    [year],
  );
  const known = knownFacts(lines.rows[0]?.poverty ?? null, lines.rows[0]?.monitoring ?? null);
  const select = columns.rows.map(
    ({ name, type }) => `${known[name] ?? `null::${duckType(type)}`} as ${name}`,
  );
  const listed = rules.rows.map((rule) => `${inDuck(rule.expression)} as r${rule.ordinal}`);
  const counts = rules.rows.flatMap((rule) =>
    [1, 0, 2].map(
      (outcome) => `count(*) filter (where r${rule.ordinal} = ${outcome}) as c${rule.ordinal}_${outcome}`,
    ),
  );
  const sums = rules.rows.flatMap((rule) => [1, 0, 2].map((outcome) => `sum(c${rule.ordinal}_${outcome})`));
  return {
    facts: () => run(peer, [`create or replace table fact as select ${select.join(", ")} ${source}`]),
    rules: () =>
      run(peer, [
        `create or replace table verdict as select county_code, area_code, household_id, ${listed.join(", ")} from fact f`,
      ]),
    "member-rules": undefined,
    rollup: () =>
      run(peer, [
        `create or replace table village as select area_code, count(*) as households, ${counts.join(", ")} from verdict group by 1`,
        ...[9, 6, 4, 2].map(
          (digits) =>
            `create or replace table above_${digits} as select left(area_code, ${digits}) as area, ${sums.join(", ")} from village group by 1`,
        ),
      ]),
  };
}

async function run(peer: Peer, statements: string[]): Promise<void> {
  for (const statement of statements) await peer.run(statement);
}

function duckType(type: string): string {
  return type === "text[]" ? "varchar[]" : type;
}

function inDuck(expression: string): string {
  return expression
    .replaceAll("::text[]", "::varchar[]")
    .replaceAll(/\barray\[/g, "[")
    .replaceAll(/\bcardinality\(/g, "len(");
}

const source = `
  from household_year h
  left join (
    select m.county_code, m.household_id, count(*)::int as persons, max(work_months) as longest,
      count(*) filter (where relation = '01') as heads, count(*) filter (where labour in ('01', '02', '05')) as able,
      count(*) filter (where labour is not null) as labour_known, count(*) filter (where work_months > 0 or work_place is not null) as workers,
      count(*) filter (where year - birth_year between 6 and 15) as school_age,
      count(*) filter (where year - birth_year between 6 and 15 and school = '01') as out_of_school,
      count(*) filter (where school between '10' and '15') as vocational,
      count(*) filter (where not medical_resident) as uninsured, count(*) filter (where contains(health, '04')) as disabled,
      count(*) filter (where contains(health, '03')) as seriously_ill, count(*) filter (where contains(health, '02')) as chronically_ill
    from member_year m where member_status in ('1', '4') group by 1, 2
  ) c on c.county_code = h.county_code and c.household_id = h.id
  left join income_statement i on i.county_code = h.county_code and i.household_id = h.id
  left join living_condition l on l.county_code = h.county_code and l.household_id = h.id
  left join guarantee g on g.county_code = h.county_code and g.household_id = h.id
  left join (select county_code, household_id, count(*)::int as helpers from helper_assignment group by 1, 2) a
    on a.county_code = h.county_code and a.household_id = h.id`.replaceAll("h.id", "h.household_id");

function knownFacts(poverty: number | null, monitoring: number | null): Record<string, string> {
  const plain = (table: string, names: string): [string, string][] =>
    names.split(" ").map((name) => [name, `${table}.${name}`]);
  const gross =
    "coalesce(wage, 0) + coalesce(production, 0) + coalesce(property_dividend, 0) + coalesce(i.minimum_living, 0) + coalesce(pension, 0) + coalesce(transfer_other, 0)";
  return {
    ...Object.fromEntries([
      ...plain(
        "h",
        "county_code household_id year area_code register_no identification_standard attribute exit_status main_cause registered_persons",
      ),
      ...plain("i", "wage production production_cost minimum_living pension compliant_payment"),
      ...plain(
        "l",
        "house_grade house_structure house_area dangerous_house water_safe living_power television road_type road_distance sanitary_toilet farmland forest",
      ),
      ...plain("c", "persons heads workers uninsured disabled seriously_ill chronically_ill"),
    ]),
    other_causes: "[]::varchar[]",
    members: "c.persons",
    labourers: "case when labour_known > 0 then able end",
    longest_work_months: "longest",
    school_age_children: "school_age",
    dropouts: "out_of_school",
    vocational_students: "vocational",
    property: "property_dividend",
    transfer: "coalesce(i.minimum_living, 0) + coalesce(pension, 0) + coalesce(transfer_other, 0)",
    gross_income: gross,
    net_income: `${gross} - coalesce(production_cost, 0)`,
    reference_income: `${gross} - coalesce(production_cost, 0) - coalesce(compliant_payment, 0)`,
    poverty_line: `${poverty ?? "null"}::bigint`,
    monitoring_line: `${monitoring ?? "null"}::bigint`,
    food_checked: "g.food",
    clothing_checked: "g.clothing",
    education_checked: "g.education",
    medical_checked: "g.medical",
    housing_checked: "g.housing",
    water_checked: "g.water",
    helpers: "coalesce(a.helpers, 0)",
    phone_known: "false",
  };
}
