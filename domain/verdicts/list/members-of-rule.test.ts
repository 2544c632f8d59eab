/** The list of a rule about members, through HTTP: whom of each household the rule met. */
import { expect, test } from "vitest";
import { aHousehold } from "../../../test/a-household.ts";
import { rolledBack } from "../../../test/api.ts";
import { evaluateCounty } from "../evaluation/evaluation.service.ts";
import type { HouseholdPageOf } from "./household-list.contract.ts";

const onePolicy = {
  birth_date: "1970-05-01",
  sex: "01",
  inYear: { birth_year: 1970, medical_resident: true, labour: "01" },
};

test("a list of a rule about members says which member of each household came out so, masked", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      const twice = { birth_year: 1972, medical_resident: true, medical_employee: true, labour: "01" };
      const book = await aHousehold(work, {
        members: [onePolicy, { name: "赵两份", birth_date: "1972-03-01", sex: "02", inYear: twice }],
      });
      await aHousehold(work, { members: [onePolicy] });
      await evaluateCounty(work, book.county, book.year);
    });
    const officer = t.as(await t.aPerson());
    const rowsOf = async (wanted: object) =>
      (
        await officer.post<HouseholdPageOf>("/areas/411702000000/households/search", {
          year: 2018,
          ...wanted,
        })
      ).body.rows.map(({ members }) => members);
    const rule = { id: "quality.member.insurance-both", outcome: "fail" };
    expect(await rowsOf({ rule })).toEqual([["赵**"]]);
    expect((await rowsOf({})).flat()).toEqual([]);
  }));
