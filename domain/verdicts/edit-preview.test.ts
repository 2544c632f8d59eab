/** What an edit would come to besides the verdicts, through HTTP. */
import { expect, test } from "vitest";
import { aHousehold } from "../../test/a-household.ts";
import { rolledBack } from "../../test/api.ts";
import type { Household } from "../registry/household.contract.ts";
import type { EditPreview } from "./verdict.contract.ts";

const earning = {
  income: { wage: 2_000_000, production: 0, production_cost: 0 },
  members: [{ birth_date: "1970-05-01", sex: "01", inYear: { birth_year: 1970, labour: "01" } }],
};

test("a preview holds the net income as the edit would make it, and a member's field is tried as well", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, earning));
    const officer = t.as(await t.aPerson());
    const url = `/counties/${book.county}/households/${book.householdId}`;
    const { body: before } = await officer.get<Household>(url);
    const edit = {
      version: 1,
      income: { wage: 1_244_500, perHeadReported: 300_000 },
      members: [{ id: before.members[0]?.id, fields: { labour: "03" } }],
    };
    const { body: preview } = await officer.post<EditPreview>(`${url}/books/${book.year}/preview`, edit);
    const { body: untouched } = await officer.get<Household>(url);
    expect(untouched).toEqual(before);
    const { body: saved } = await officer.patch<Household>(`${url}/books/${book.year}`, edit);
    expect(saved.members[0]?.labour?.code).toBe("03");
    expect(saved.income).toMatchObject({ wage: 1_244_500, perHeadReported: 300_000 });
    const { persons, registeredPersons, membersComplete, income } = saved;
    expect(preview.book).toEqual({ persons, registeredPersons, membersComplete, income });
    expect(income?.net).not.toBe(before.income?.net);
  }));

test("a stated income per head is mended by an edit, and the check then passes", () =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, earning));
    const officer = t.as(await t.aPerson());
    const url = `/counties/${book.county}/households/${book.householdId}/books/${book.year}`;
    const computed = await officer.post<EditPreview>(`${url}/preview`, { version: 1, income: {} });
    const { income, persons } = computed.body.book;
    const perHead = Math.round((income?.net ?? 0) / persons);
    const outcomeWith = async (perHeadReported: number) => {
      const { body } = await officer.post<EditPreview>(`${url}/preview`, {
        version: 1,
        income: { perHeadReported },
      });
      return body.verdicts.find(({ ruleId }) => ruleId === "quality.income.per-head")?.outcome;
    };
    expect(await outcomeWith(perHead)).toBe("pass");
    expect(await outcomeWith(perHead + 50_000)).toBe("fail");
  }));
