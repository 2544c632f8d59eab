/** The counts over members that rules read: each trait is counted, and unknown is not counted as no. */
import { expect, test } from "vitest";
import { type WantedHousehold, aHousehold } from "../../../test/a-household.ts";
import { rolledBack } from "../../../test/api.ts";
import { type FactRow, findFreshFacts } from "./fact.sql.ts";
import type { HouseholdVerdicts } from "../verdict.contract.ts";

type Members = NonNullable<WantedHousehold["members"]>;

/** Healthy, insured, able to work, on no allowance. */
const plain = {
  birth_year: 1970,
  health: ["01"],
  labour: "01",
  medical_resident: true,
  minimum_living: false,
  destitute: false,
};

async function factsOf(wanted: WantedHousehold): Promise<FactRow> {
  let facts: FactRow | undefined;
  await rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, wanted));
    facts = await t.asSystem((work) => findFreshFacts(work.tx, book));
  });
  if (!facts) throw new Error("No facts");
  return facts;
}

const membersOf = (...years: NonNullable<Members[number]["inYear"]>[]): Members =>
  years.map((inYear) => ({ inYear: { ...plain, ...inYear } }));

test("each trait of a member is counted by itself", async () => {
  const facts = await factsOf({
    members: membersOf(
      { labour: "04", work_months: 7, health: ["02", "03"], public_post: "01" },
      { birth_year: 2008, school: "01", labour: "04" },
      { birth_year: 2010, school: "01", dropout_reason: "01", labour: "04" },
      { birth_year: 2011, school: "04", labour: "04", medical_resident: false },
      { birth_year: 2000, school: "12", minimum_living: true },
      { health: ["04"], disability_grade: 1, destitute: true },
      { health: ["04"], disability_grade: 3, minimum_living: true },
    ),
  });
  expect(facts).toMatchObject({
    persons: 7,
    heads: 1,
    labourers: 3,
    workers: 1,
    longest_work_months: 7,
    school_age_children: 3,
    dropouts: 1,
    vocational_students: 1,
    uninsured: 1,
    disabled: 2,
    severely_disabled: 1,
    seriously_ill: 1,
    chronically_ill: 1,
    minimum_living_persons: 2,
    destitute_persons: 1,
    public_posts: 1,
  });
});

test("a household without any of it has zeros", async () => {
  const facts = await factsOf({ members: membersOf({}, {}) });
  expect(facts).toMatchObject({
    labourers: 2,
    workers: 0,
    school_age_children: 0,
    dropouts: 0,
    uninsured: 0,
    disabled: 0,
    severely_disabled: 0,
    seriously_ill: 0,
    minimum_living_persons: 0,
    destitute_persons: 0,
  });
});

test("what nobody filled in for one member is unknown, unless another member has it for certain", async () => {
  const nothing = {
    health: null,
    minimum_living: null,
    destitute: null,
    medical_resident: null,
    labour: null,
  };
  expect(await factsOf({ members: membersOf({}, nothing) })).toMatchObject({
    uninsured: null,
    labourers: 1,
    disabled: null,
    severely_disabled: null,
    seriously_ill: null,
    chronically_ill: null,
    minimum_living_persons: null,
    destitute_persons: null,
  });
  const certain = { minimum_living: true, health: ["03"] };
  expect(await factsOf({ members: membersOf(certain, nothing) })).toMatchObject({
    minimum_living_persons: 1,
    seriously_ill: 1,
    chronically_ill: null,
  });
});

test("a child without labour skill is no unknown, a grown-up is", async () => {
  const unable = { labour: "04" };
  expect(
    await factsOf({ members: membersOf(unable, { birth_year: 2010, school: "04", labour: null }) }),
  ).toMatchObject({
    labourers: 0,
  });
  expect(await factsOf({ members: membersOf(unable, { labour: null }) })).toMatchObject({ labourers: null });
});

test("production income without its cost leaves net income unknown", async () => {
  const income = { wage: 100_000, production: 50_000 };
  expect(await factsOf({ income })).toMatchObject({ gross_income: 150_000, net_income: null });
  expect(await factsOf({ income: { ...income, production_cost: 20_000 } })).toMatchObject({
    net_income: 130_000,
  });
  expect(await factsOf({ income: { wage: 100_000 } })).toMatchObject({ net_income: 100_000 });
});

test("where more persons are stated than stand on the books, the household's size and each count of zero are unknown", async () => {
  const members = membersOf({ labour: "04" }, { medical_resident: false });
  const missingOne = await factsOf({ book: { registered_persons: 3 }, members });
  expect(missingOne).toMatchObject({
    registered_persons: 3,
    members: 2,
    persons: null,
    uninsured: 1,
    disabled: null,
  });
  const complete = await factsOf({ book: { registered_persons: 2 }, members });
  expect(complete).toMatchObject({ members: 2, persons: 2, uninsured: 1, disabled: 0 });
});

test("an empty cell of a kind of help is no help, and without the column nobody knows", async () => {
  const facts = await factsOf({ monitoring: { category: "01", help_job: "公益性岗位", help_industry: "" } });
  expect(facts).toMatchObject({ helped_job: true, helped_industry: false, helped_finance: null });
  expect(facts).toMatchObject({ monitored: true, helpers: null });
});

test("a child of school age makes the education criterion apply, and a dropout fails it", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const outcomeOf = async (school: string) => {
      const child = { inYear: { birth_year: 2008, school } };
      const book = await t.asSystem((work) => aHousehold(work, { members: [{}, child] }));
      const url = `/counties/${book.county}/households/${book.householdId}/books/${book.year}/verdicts`;
      const { body } = await officer.get<HouseholdVerdicts>(url);
      return body.verdicts.find(({ ruleId }) => ruleId === "exit.household.education")?.outcome;
    };
    expect(await outcomeOf("03")).toBe("pass");
    expect(await outcomeOf("01")).toBe("fail");
  }));
