/** A helper on the household's page, through HTTP: masked before everybody but himself. */
import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { aHousehold } from "../../test/register-builders.ts";
import type { Household } from "./household.contract.ts";

const county = "411702000000";

test("reads his own name and phone in full, and those of nobody else; others read his masked", () =>
  rolledBack(async (t) => {
    const { url, helpers } = await t.asSystem(async (work) => {
      const helper = { name: "李助民", unit: null, phone: "13900005678" };
      const { county: code, id } = await aHousehold(work, { helper });
      const other = { county_code: code, id: crypto.randomUUID(), name: "赵先来", created_at: work.now };
      await work.tx.insertInto("registry.helper").values(other).execute();
      const own = await work.tx
        .selectFrom("registry.helper_assignment")
        .selectAll()
        .executeTakeFirstOrThrow();
      const before = { ...own, helper_id: other.id, started_on: "2015-01-01" };
      await work.tx.insertInto("registry.helper_assignment").values(before).execute();
      return { url: `/counties/${code}/households/${id}`, helpers: [own.helper_id, other.id] };
    }, county);
    const [helperId = ""] = helpers;
    const helper = t.as(await t.aPerson({ role: "helper", areaCode: county, helperId }));
    // His own line stands first, though another one came before him.
    expect((await helper.get<Household>(url)).body.helpers).toMatchObject([
      { id: helperId, isReader: true, maskedName: "李助民", maskedPhone: "13900005678" },
      { isReader: false, maskedName: "赵**" },
    ]);
    const officer = t.as(await t.aPerson());
    expect((await officer.get<Household>(url)).body.helpers).toMatchObject([
      { isReader: false, maskedName: "赵**" },
      { isReader: false, maskedName: "李**", maskedPhone: "139****5678" },
    ]);
  }));
