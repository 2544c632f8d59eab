import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readIdNumber } from "./reading/identity.ts";
import { temporaryPath } from "./reading/test-files.ts";
import { readRegisterFile } from "./reading.ts";
import { generateRegister, type SyntheticOptions, writeRegisterXlsx } from "./synthetic.ts";
import { householdAt } from "./synthetic/household.ts";

const villages = [
  { code: "411702101201", name: "王楼村民委员会", township: "水屯镇", county: "驿城区" },
  { code: "411702101202", name: "李楼村民委员会", township: "水屯镇", county: "驿城区" },
  { code: "411702102203", name: "关王庙村民委员会", township: "关王庙乡", county: "驿城区" },
];

const options = (change: Partial<SyntheticOptions> = {}): SyntheticOptions => ({
  households: 1_000,
  seed: 42,
  areaVillages: villages,
  format: "roster",
  quirks: false,
  year: 2018,
  ...change,
});

async function written(change: Partial<SyntheticOptions> = {}): Promise<string> {
  const path = temporaryPath("register.xlsx");
  await writeRegisterXlsx(path, generateRegister(options(change)));
  return path;
}

test.each([
  ["roster", false],
  ["roster", true],
  ["monitoring", false],
  ["monitoring", true],
] as const)("a %s file (quirks %s) is read as the generator says", async (format, quirks) => {
  const { expected, spoiled, households } = generateRegister(options({ format, quirks }));
  const read = await readRegisterFile(await written({ format, quirks }));
  expect(read).toMatchObject({ layout: format === "roster" ? "roster" : "monitoringPersons", year: 2018 });
  expect(read.households).toHaveLength(expected.households);
  expect(read.households.flatMap(({ members }) => members)).toHaveLength(expected.persons);
  expect(read.rejects).toHaveLength(expected.rejects);
  expect(read.households.every(({ members }) => members.length > 0)).toBe(true);
  const spoiledHouseholds = Object.values(spoiled).reduce((sum, count) => sum + count, 0);
  expect(spoiledHouseholds).toBe(quirks ? households / 50 : 0);
});

test("the same seed gives the same bytes, another seed others", async () => {
  const hashOf = async (seed: number): Promise<string> =>
    createHash("sha256")
      .update(readFileSync(await written({ seed, households: 100, quirks: true })))
      .digest("hex");
  expect(await hashOf(1)).toBe(await hashOf(1));
  expect(await hashOf(2)).not.toBe(await hashOf(1));
});

test("registers of different seeds share no household number, id number or phone", () => {
  const numbersOfSeed = (seed: number): string[] => {
    const plan = { households: 1_000, seed, year: 2018, villages };
    const households = Array.from({ length: plan.households }, (_, index) => householdAt(plan, index));
    return households.flatMap(({ registerNo, phone, helper, members }) => {
      expect(registerNo).toMatch(/^411702\d{10}$/);
      return [...new Set([registerNo, phone, helper.phone, ...members.map(({ idNumber }) => idNumber)])];
    });
  };
  const seeds = [1, 2, 7, 42, 2018, 2_147_483_647].map((seed) => new Set(numbersOfSeed(seed)));
  const all = seeds.flatMap((numbers) => [...numbers]);
  expect(new Set(all).size).toBe(all.length);
});

test("persons are plausible, and nobody's id number or phone", () => {
  const plan = { households: 3_000, seed: 5, year: 2018, villages };
  const households = Array.from({ length: plan.households }, (_, index) => householdAt(plan, index));
  const members = households.flatMap((household) => household.members);
  expect(members.length / households.length).toBeGreaterThan(3.3);
  expect(members.length / households.length).toBeLessThan(3.8);
  expect(new Set(members.map(({ idNumber }) => idNumber)).size).toBe(members.length);
  expect(new Set(households.map(({ registerNo }) => registerNo)).size).toBe(households.length);
  for (const { idNumber, sex, age } of members) {
    const id = readIdNumber(idNumber, 2018);
    expect(id).toMatchObject({ idState: "valid", idSex: sex === "男" ? "01" : "02" });
    expect(idNumber).toMatch(/^99(?!9999)/);
    expect(2018 - Number(id.idBirth?.slice(0, 4))).toBe(age);
  }
  for (const { phone, helper } of households)
    expect(`${phone} ${helper.phone}`).toMatch(/^154[5-9]\d{7} 154[0-4]\d{7}$/);
  const helpers = new Map(households.map(({ helper }) => [helper.phone, helper.name]));
  expect(households.every(({ helper }) => helpers.get(helper.phone) === helper.name)).toBe(true);
  const names = members.map(({ name }) => name).join("");
  for (const rare of ["·", "䶮", "㛃", "𬭎"]) expect(names).toContain(rare);
});

test("the income of the roster is the income of the ledger", async () => {
  const read = await readRegisterFile(await written({ households: 200 }));
  const known = read.households.filter(({ fields }) => fields["income_statement.wage"] !== undefined);
  expect(known.length).toBeGreaterThan(180);
  for (const { fields, members } of known) {
    const amount = (name: string): number => Number(fields[`income_statement.${name}`]);
    const transfer = [
      "family_planning",
      "minimum_living",
      "destitute_support",
      "pension",
      "ecology",
      "transfer_other",
    ]
      .map(amount)
      .reduce((sum, item) => sum + item, 0);
    expect(transfer).toBe(amount("transfer_reported"));
    const net =
      amount("wage") +
      amount("production") -
      amount("production_cost") +
      amount("property_dividend") +
      amount("property_other") +
      transfer;
    expect(amount("per_head_reported")).toBe(Math.round(net / members.length));
  }
});

test("what a roster says of allowances, schooling and land answers the rules, and a few cells are not filled yet", async () => {
  const { households } = await readRegisterFile(await written());
  const members = households.flatMap((household) => household.members);
  expect(members.some(({ fields }) => fields["member_year.minimum_living"] === true)).toBe(true);
  for (const { fields } of members) expect(fields["member_year.minimum_living"]).not.toBeNull();
  const share = (key: string): number =>
    households.filter(({ fields }) => (fields[key] ?? null) === null).length / households.length;
  for (const key of ["guarantee.food", "living_condition.house_grade", "income_statement.wage"]) {
    expect(share(key), key).toBeGreaterThan(0);
    expect(share(key), key).toBeLessThan(0.03);
  }
  for (const { fields } of households) {
    expect(Number(fields["living_condition.irrigated"])).toBeLessThanOrEqual(
      Number(fields["living_condition.farmland"]),
    );
  }
});
