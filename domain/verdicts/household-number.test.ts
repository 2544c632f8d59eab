/** A household by its number alone: found at once, and asked back when several counties have the number. */
import { expect, test } from "vitest";
import { aHousehold } from "../../test/a-household.ts";
import { rolledBack } from "../../test/api.ts";
import { explainByRegisterNo } from "./household-number.service.ts";

const registerNo = "0000000042";

test("the newest book of the household is explained, or that of the year asked for", () =>
  rolledBack(async (t) => {
    const { householdId } = await t.asSystem((work) => aHousehold(work, { registerNo, year: 2018 }));
    const found = await t.asSystem((work) => explainByRegisterNo(work, registerNo));
    expect(found).toMatchObject({ householdId, registerNo, year: 2018 });
    await expect(t.asSystem((work) => explainByRegisterNo(work, registerNo, 2017))).rejects.toMatchObject({
      code: "verdict.no-household",
    });
  }));

test("a number that two counties have names both, and an area chooses one", () =>
  rolledBack(async (t) => {
    await t.asSystem((work) => aHousehold(work, { registerNo }));
    const other = await t.asSystem((work) =>
      aHousehold(work, { registerNo, areaCode: "411325100200", year: 2017 }),
    );
    await expect(t.asSystem((work) => explainByRegisterNo(work, registerNo))).rejects.toMatchObject({
      code: "verdict.several-households",
      zh: expect.stringMatching(/411325 河南省南阳市内乡县、411702 河南省驻马店市驿城区.*--area/),
      en: expect.stringContaining("add --area"),
    });
    const found = await t.asSystem((work) => explainByRegisterNo(work, registerNo), "411325000000");
    expect(found).toMatchObject({ householdId: other.householdId, year: 2017 });
  }));
