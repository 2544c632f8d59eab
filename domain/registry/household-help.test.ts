import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { aHousehold, aReadMember } from "../../test/register-builders.ts";
import { helpKeys } from "./household-help.ts";
import type { Household } from "./household.contract.ts";
import { findField } from "./reading-fields.ts";

test("every field that policies/help.yaml names is a field of the register", () => {
  expect(helpKeys().filter((key) => findField(key) === undefined)).toEqual([]);
});

test("the page of a household names the help on its book: money in fen, members whom it reached, words as given", () =>
  rolledBack(async (t) => {
    const onPost = { "member_year.public_post": "01", "member_year.public_post_months": 6 };
    const key = await t.asSystem(
      (work) =>
        aHousehold(work, {
          fields: {
            "income_statement.wage": 900_000,
            "income_statement.minimum_living": 864_000,
            "income_statement.ecology": 0,
            "income_statement.transfer_other": 50_000,
            "monitoring.category": "02",
            "monitoring.help_industry": "种植业",
            // An empty cell of a column that the file has.
            "monitoring.help_health": "",
          },
          members: [
            aReadMember({ fields: onPost }),
            aReadMember({ isHead: false, fields: onPost }),
            aReadMember({ isHead: false, fields: { ...onPost, "member_year.member_status": "2" } }),
          ],
        }),
      "411702000000",
    );
    const { body } = await t
      .as(await t.aPerson())
      .get<Household>(`/counties/${key.county}/households/${key.id}`);
    expect(body.help.map(({ key: field, amount, persons }) => ({ field, amount, persons }))).toEqual([
      { field: "monitoring.help_industry", amount: null, persons: null },
      { field: "member_year.public_post", amount: null, persons: 2 },
      { field: "income_statement.minimum_living", amount: 864_000, persons: null },
    ]);
  }));

test("a book without any help on it names none", () =>
  rolledBack(async (t) => {
    const key = await t.asSystem((work) => aHousehold(work, {}), "411702000000");
    const { body } = await t
      .as(await t.aPerson())
      .get<Household>(`/counties/${key.county}/households/${key.id}`);
    expect(body.help).toEqual([]);
  }));
