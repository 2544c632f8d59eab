/** Words that say "nothing" in a file: no help, no helper, no fact. */
import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { apply, aRosterCsv, upload } from "../../test/import-scene.ts";
import { aReadHousehold, aReadRegister } from "../../test/register-builders.ts";
import { runNewest } from "../../test/run-task.ts";
import type { ImportBatch } from "./import.contract.ts";

test("a household is helped by nobody when the file says 无, / or 否", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const [header = "", ...rows] = aRosterCsv(["孟庄村", "王坡村"]).split("\n");
    const words = ["无,/,-", "", "/,—,否", ""];
    const csv = [
      `${header},帮扶责任人,帮扶单位,产业帮扶`,
      ...rows.map((row, at) => `${row},${words[at]}`),
    ].join("\n");
    const { body } = await upload(officer, csv);
    await runNewest(t, "import.preview");
    const url = `/counties/411702/imports/${body.id}`;
    await officer.post(`${url}/apply`);
    await runNewest(t, "import.apply");
    expect((await officer.get<ImportBatch>(url)).body).toMatchObject({ state: "applied" });
    await t.asSystem(async ({ tx }) => {
      expect(await tx.selectFrom("registry.helper").selectAll().execute()).toEqual([]);
      expect(await tx.selectFrom("registry.helper_assignment").selectAll().execute()).toEqual([]);
      // Empty: the file has the column, and nothing was given.
      expect(await tx.selectFrom("registry.monitoring").select("help_industry").execute()).toEqual([
        { help_industry: "" },
        { help_industry: "" },
      ]);
    });
  }));

test("a helper without a name is nobody new", () =>
  rolledBack((t) =>
    t.asSystem(async (work) => {
      const helper = { name: null, unit: "交通局", phone: null };
      await apply(work, aReadRegister([aReadHousehold({ helper })]));
      expect(await work.tx.selectFrom("registry.helper").select("id").execute()).toEqual([]);
    }, "411702000000"),
  ));
