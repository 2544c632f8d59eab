/**
 * Synthetic registers as CSV files, made by DuckDB from hashes of row numbers: the same size always gives the same rows.
 * One city; 250 villages a county, about 25,000 households a county, 3.5 persons a household. No real person.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Peer } from "./peer.ts";

export interface Dataset {
  folder: string;
  households: number;
  counties: string[];
  year: number;
}

/** The place that holds all counties of a dataset. */
export const city = "990100000000";
const firstCounty = 990_101;
const householdsPerCounty = 25_000;
const year = 2018;

/** Columns of each file, in order; the names are those of the registry's tables. */
export const files = {
  household: "county_code,id,area_code,register_no,created_at",
  household_year:
    "county_code,household_id,year,area_code,register_no,head_name,registered_persons,identification_standard," +
    "attribute,exit_status,main_cause,other_causes,updated_at",
  income_statement:
    "county_code,household_id,year,area_code,wage,production,production_cost,property_dividend,minimum_living,pension," +
    "transfer_other,compliant_payment,per_head_reported",
  living_condition:
    "county_code,household_id,year,area_code,house_grade,house_structure,house_area,dangerous_house,water_safe," +
    "living_power,television,road_type,road_distance,sanitary_toilet,farmland,forest",
  guarantee: "county_code,household_id,year,area_code,food,clothing,education,medical,housing,water",
  monitoring: "county_code,household_id,year,area_code,category,eliminated",
  member:
    "county_code,id,household_id,area_code,person_no,name,name_chars,name_initials,sex,birth_date,ethnicity,id_state," +
    "id_sex,id_birth,created_at",
  member_year:
    "county_code,member_id,year,household_id,area_code,relation,birth_year,member_status,education,school,health,labour," +
    "work_place,work_months,medical_resident,serious_illness_insurance,pension_resident,phone_state",
  helper: "county_code,id,name,created_at",
  helper_assignment: "county_code,household_id,helper_id,started_on,area_code",
} as const;

export type FileName = keyof typeof files;

/** Makes the files when they are not there yet, or were made by another recipe. */
export async function makeDataset(peer: Peer, cacheFolder: string, households: number): Promise<Dataset> {
  const folder = join(cacheFolder, `city-${households}`);
  const counties = Array.from({ length: Math.ceil(households / householdsPerCounty) }, (_, index) =>
    String(firstCounty + index),
  );
  const dataset = { folder, households, counties, year };
  const recipe = [householdTable(households), memberTable, JSON.stringify(selects)].join("\n");
  const madeFrom = await readFile(join(folder, "done"), "utf8").catch(() => "");
  if (madeFrom === recipe) return dataset;
  await mkdir(folder, { recursive: true });
  await rm(join(folder, "done"), { force: true });
  await peer.run(householdTable(households));
  await peer.run(memberTable);
  for (const [name, select] of Object.entries(selects)) {
    await peer.run(`copy (${select}) to '${join(folder, `${name}.csv`)}' (format csv, header false)`);
  }
  await peer.run("drop table m; drop table h");
  await writeFile(join(folder, "done"), recipe);
  return dataset;
}

/** An id that grows with the row number, as the app's UUIDv7 do: keys made in order lie in order on disk. */
const idOf = (kind: string, row: string): string => `(
  '0190${kind}' || lpad(lower(to_hex((${row}) >> 8)), 6, '0')[1:3] || '-' || lpad(lower(to_hex((${row}) >> 8)), 6, '0')[4:6]
  || lower(to_hex(((${row}) >> 4) % 16)) || '-7' || lower(to_hex((${row}) % 16)) || '00-8000-000000000000')`;

/** A pseudo-random integer in [0, n) from the row and a salt. */
const pick = (row: string, salt: string, n: number): string => `(hash(${row}, '${salt}') % ${n})::int`;
const oneOf = (row: string, salt: string, items: string[]): string =>
  `([${items.map((item) => `'${item}'`).join(",")}])[1 + ${pick(row, salt, items.length)}]`;

// Characters with the initial they are typed by: seven hundred given names, so that one name is as rare as in a real county.
const surnames = "王w李l张z刘l陈c杨y赵z黄h周z吴w单s徐x孙s马m";
const givenCharacters = "秀x英y建j国g玉y兰l伟w桂g花h志z强q丽l庆q小x梅m海h涛t素s珍z磊l明m红h军j芳f永y春c";
const lettersOf = (pairs: string, place: 0 | 1): string[] =>
  [...pairs].filter((_, index) => index % 2 === place);

/** Pinyin initials of a name of three characters. */
const initialsOf = (name: string): string =>
  `translate(${name}, '${lettersOf(surnames + givenCharacters, 0).join("")}', '${lettersOf(surnames + givenCharacters, 1).join("")}')`;

const householdTable = (households: number): string => `
  create table h as select i, ${idOf("1", "i")} as id,
    (${firstCounty} + i // ${householdsPerCounty})::varchar as county_code,
    (${firstCounty} + i // ${householdsPerCounty})::varchar || lpad((1 + (i % 250) // 12)::varchar, 3, '0')
      || lpad((200 + (i % 250) % 12)::varchar, 3, '0') as area_code,
    i // ${householdsPerCounty} * 250 + i % 250 as village,
    'N' || lpad(i::varchar, 10, '0') as register_no, 2 + ${pick("i", "size", 4)} as size,
    ${oneOf("i", "surname", lettersOf(surnames, 0))} as surname
  from range(${households}) r(i)`;

const memberTable = `
  create table m as select h.i, h.id as household_id, h.county_code, h.area_code, k, h.i * 8 + k as j,
    ${idOf("2", "h.i * 8 + k")} as id, h.surname || ${oneOf("h.i * 8 + k", "first", lettersOf(givenCharacters, 0))}
      || ${oneOf("h.i * 8 + k", "second", lettersOf(givenCharacters, 0))} as name,
    make_date(${year} - case when k < 2 then 30 + ${pick("h.i * 8 + k", "age", 50)} else ${pick("h.i * 8 + k", "age", 30)} end,
      1 + ${pick("h.i * 8 + k", "month", 12)}, 1 + ${pick("h.i * 8 + k", "day", 28)}) as birth_date
  from h, range(0, h.size) r(k)`;

const selects: Record<FileName, string> = {
  household: "select county_code, id, area_code, register_no, '2018-11-01T00:00:00Z' from h",
  household_year: `select county_code, id, ${year}, area_code, register_no, surname || '秀英', size, '1',
    ${oneOf("i", "attribute", ["01", "01", "04", "06"])}, ${oneOf("i", "status", ["0", "1", "1", "2", "3", "1"])},
    ${oneOf("i", "cause", ["01", "02", "03", "07", "08", "09", "11"])}, '{}', '2018-11-01T00:00:00Z' from h`,
  income_statement: `select county_code, id, ${year}, area_code, ${pick("i", "wage", 3_000_000)}, ${pick("i", "farm", 900_000)},
    ${pick("i", "cost", 300_000)}, ${pick("i", "dividend", 90_000)}, ${pick("i", "low", 200_000)}, ${pick("i", "old", 120_000)},
    ${pick("i", "transfer", 200_000)}, ${pick("i", "sick", 100_000)}, null from h`,
  living_condition: `select county_code, id, ${year}, area_code, ${oneOf("i", "grade", ["01", "02", "02", "03", "04", "05"])},
    '02', 40 + ${pick("i", "area", 120)}, ${pick("i", "danger", 12)} = 0, ${pick("i", "water", 20)} <> 0, true, true,
    ${oneOf("i", "road", ["01", "02", "03"])}, ${pick("i", "distance", 60)} / 10.0, ${pick("i", "toilet", 3)} = 0,
    ${pick("i", "farmland", 200)} / 10.0, ${pick("i", "forest", 300)} / 10.0 from h`,
  guarantee: `select county_code, id, ${year}, area_code, '01', '01', '01', ${oneOf("i", "medical", ["01", "01", "01", "02"])},
    case when ${pick("i", "housing", 9)} = 0 then null else '01' end, '01' from h`,
  monitoring: `select county_code, id, ${year}, area_code, ${oneOf("i", "category", ["01", "02", "03"])},
    ${pick("i", "eliminated", 3)} = 0 from h where ${pick("i", "monitored", 25)} = 0`,
  member: `select county_code, id, household_id, area_code, 'P' || j, name, '{' || array_to_string(string_split(name, ''), ',') || '}',
    ${initialsOf("name")}, ${oneOf("j", "sex", ["01", "02"])}, birth_date, '01',
    case when ${pick("j", "id", 300)} = 0 then 'check' else 'valid' end, '01', birth_date, '2018-11-01T00:00:00Z' from m`,
  member_year: `select county_code, id, ${year}, household_id, area_code,
    case when k = 0 then '01' when k = 1 then '02' else ${oneOf("j", "relation", ["03", "04", "11", "12"])} end, year(birth_date), '1',
    ${oneOf("j", "education", ["01", "02", "03", "04"])},
    case when ${year} - year(birth_date) between 6 and 15 then ${oneOf("j", "school", ["03", "03", "04", "05", "06", "01"])} else '01' end,
    '{' || ${oneOf("j", "health", ["01", "01", "01", "02", "03", "04"])} || '}', ${oneOf("j", "labour", ["01", "01", "02", "04", "05"])},
    ${oneOf("j", "work", ["01", "02", "03", "04"])}, ${pick("j", "months", 13)}, ${pick("j", "insured", 50)} <> 0, true, true, 'valid'
    from m`,
  helper: `select county_code, ${idOf("3", "village")}, '李助民', '2018-01-01T00:00:00Z' from
    (select distinct county_code, village from h)`,
  helper_assignment: `select county_code, id, ${idOf("3", "village")}, '2018-03-01', area_code from h
    where ${pick("i", "helped", 50)} <> 0`,
};
