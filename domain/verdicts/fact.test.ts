/** What a household's facts say about its members, counted one by one beside the packed sums. */
import { expect, test } from "vitest";
import { aHousehold } from "../../test/a-household.ts";
import { rolledBack } from "../../test/api.ts";
import { findFreshFacts } from "./fact.sql.ts";
import type { HouseholdVerdicts } from "./verdict.contract.ts";

const member = (inYear: Record<string, unknown>) => ({ inYear });

test("each member counts under every trait that is his, and under no other", () =>
  rolledBack((t) =>
    t.asSystem(async (work) => {
      const book = await aHousehold(work, {
        members: [
          member({
            labour: "01",
            work_months: 6,
            medical_resident: true,
            health: ["02"],
            minimum_living: true,
          }),
          member({ labour: "03", medical_resident: false, health: ["03", "04"], disability_grade: 2 }),
          member({ labour: "04", birth_year: 2008, school: "05", medical_resident: true, destitute: true }),
          member({ birth_year: 2006, school: "01", medical_resident: true }),
          member({ birth_year: 2005, school: "01", dropout_reason: "01", medical_resident: true }),
          member({ birth_year: 2001, school: "11", medical_employee: true, public_post: "01" }),
          member({ member_status: "2", labour: "01", health: ["04"], minimum_living: true }),
        ],
      });
      expect(await findFreshFacts(work.tx, book)).toMatchObject({
        persons: 6,
        heads: 1,
        labourers: 1,
        workers: 1,
        longest_work_months: 6,
        school_age_children: 3,
        dropouts: 1,
        vocational_students: 1,
        uninsured: 1,
        disabled: 1,
        severely_disabled: 1,
        seriously_ill: 1,
        chronically_ill: 1,
        minimum_living_persons: 1,
        destitute_persons: 1,
        public_posts: 1,
      });
    }),
  ));

test("persons on allowance are unknown where nobody's row says anything about it", () =>
  rolledBack((t) =>
    t.asSystem(async (work) => {
      const silent = await aHousehold(work, { members: [member({ labour: "01" })] });
      const unknown = { minimum_living_persons: null, destitute_persons: null, labourers: 1 };
      expect(await findFreshFacts(work.tx, silent)).toMatchObject(unknown);
      const told = await aHousehold(work, { members: [member({ minimum_living: false, destitute: false })] });
      const nobody = { minimum_living_persons: 0, destitute_persons: 0 };
      expect(await findFreshFacts(work.tx, told)).toMatchObject(nobody);
    }),
  ));

test("a child of school age makes the education criterion apply, and a dropout fails it", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const outcomeOf = async (school: string) => {
      const child = member({ birth_year: 2008, school });
      const book = await t.asSystem((work) => aHousehold(work, { members: [{}, child] }));
      const url = `/counties/${book.county}/households/${book.householdId}/books/${book.year}/verdicts`;
      const { body } = await officer.get<HouseholdVerdicts>(url);
      return body.verdicts.find(({ ruleId }) => ruleId === "exit.household.education")?.outcome;
    };
    expect(await outcomeOf("03")).toBe("pass");
    expect(await outcomeOf("01")).toBe("fail");
  }));
