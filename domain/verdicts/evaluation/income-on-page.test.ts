/** The household page and the facts that verdicts read know the same incomes, and leave the same ones unknown. */
import { expect, test } from "vitest";
import { type WantedHousehold, aHousehold } from "../../../test/a-household.ts";
import { rolledBack } from "../../../test/api.ts";
import type { Household } from "../../registry/household.contract.ts";
import { findFreshFacts } from "./fact.sql.ts";

const wage = { wage: 1_000_000 };
const books: WantedHousehold[] = [
  {},
  { income: { wage: null } },
  { income: wage },
  { income: { ...wage, production: 300_000 } },
  { income: { ...wage, production: 0 } },
  { income: { ...wage, production: 300_000, production_cost: 100_000 } },
  { income: { ...wage, production_cost: 100_000 } },
  { income: { ...wage, compliant_payment: 200_000 } },
  { income: { ...wage, insurance_claim: 50_000 } },
  { income: { ...wage, insurance_claim: 50_000, compliant_payment: 200_000 } },
  { income: { ...wage, production: 300_000, compliant_payment: 200_000 }, book: { registered_persons: 3 } },
  { income: wage, book: { registered_persons: 1 } },
  { income: wage, members: [{}, { inYear: { member_status: "2" } }], book: { registered_persons: 2 } },
];

test.each(books)("%j: the page shows what the facts know", (wanted) =>
  rolledBack(async (t) => {
    const book = await t.asSystem((work) => aHousehold(work, wanted));
    const facts = await t.asSystem((work) => findFreshFacts(work.tx, book));
    const { body } = await t
      .as(await t.aPerson())
      .get<Household>(`/counties/${book.county}/households/${book.householdId}`);
    expect({
      persons: body.membersComplete ? body.persons : null,
      gross_income: body.income?.gross ?? null,
      net_income: body.income?.net ?? null,
      reference_income: body.income?.reference ?? null,
    }).toEqual({
      persons: facts?.["persons"],
      gross_income: facts?.["gross_income"],
      net_income: facts?.["net_income"],
      reference_income: facts?.["reference_income"],
    });
  }),
);

test("production without cost, a missing member and a payment without claim leave all of it unknown", () =>
  rolledBack(async (t) => {
    const income = { wage: 1_000_000, production: 300_000, compliant_payment: 200_000 };
    const book = await t.asSystem((work) => aHousehold(work, { income, book: { registered_persons: 3 } }));
    const { body } = await t
      .as(await t.aPerson())
      .get<Household>(`/counties/${book.county}/households/${book.householdId}`);
    expect(body).toMatchObject({
      persons: 1,
      registeredPersons: 3,
      membersComplete: false,
      income: { gross: 1_300_000, net: null, reference: null },
    });
  }));
