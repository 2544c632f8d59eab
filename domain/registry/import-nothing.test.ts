/** Words that say "nothing" in a file: no help, no helper, no fact. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import type { Client } from "../../test/client.ts";
import { apply, aRosterCsv, upload } from "../../test/import-scene.ts";
import { aReadHousehold, aReadRegister } from "../../test/register-builders.ts";
import { runNewest } from "../../test/run-task.ts";
import type { Household } from "./household.contract.ts";
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

/** Reads a file and writes it; the import as it is seen before writing. */
async function write(
  t: TestApi,
  officer: Client,
  csv: string,
  state: ImportBatch["state"] = "applied",
): Promise<ImportBatch> {
  const { body } = await upload(officer, csv);
  const url = `/counties/411702/imports/${body.id}`;
  await runNewest(t, "import.preview");
  const { body: seen } = await officer.get<ImportBatch>(url);
  if (state === "applied") {
    await officer.post(`${url}/apply`);
    await runNewest(t, "import.apply");
  }
  expect((await officer.get<ImportBatch>(url)).body).toMatchObject({ state });
  return seen;
}

/** The cells of a helper beside each row of a household. */
const withHelper = (labels: string, cells: string): string => {
  const [header = "", ...rows] = aRosterCsv(["孟庄村"]).split("\n");
  return [`${header},${labels}`, ...rows.map((row) => `${row},${cells}`)].join("\n");
};

const saidOfHelpers = (t: TestApi) =>
  t.asSystem(({ tx }) => tx.selectFrom("registry.household_year").select("no_helper").execute());

test("a helper on the books stays where a file names none: the import says so, and nothing claims that there is none", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const labels = "帮扶责任人,帮扶单位";
    const named = withHelper(labels, "李明,交通局");
    await write(t, officer, named);
    const emptied = named.replaceAll("李明,交通局", ",");
    const { preview } = await write(t, officer, emptied, "unchanged");
    expect(preview).toMatchObject({
      unchanged: 1,
      remarks: [{ column: "帮扶责任人", reason: { zh: expect.stringContaining("结对保留不变") } }],
    });
    expect(await saidOfHelpers(t)).toEqual([{ no_helper: null }]);
    const rows = await t.asSystem(({ tx }) => tx.selectFrom("registry.household").select("id").execute());
    const { body: household } = await officer.get<Household>(
      `/counties/411702/households/${rows[0]?.id}?year=2018`,
    );
    expect(household.helpers).toMatchObject([{ maskedName: "李**" }]);
  }));

test("nobody is said to be without a helper whose unit or phone stands in the file", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const labels = "帮扶责任人,帮扶单位,帮扶责任人手机号";
    for (const [cells, said] of [
      [",,13900005678", null],
      [",交通局,", null],
      [",,", true],
    ]) {
      await write(t, officer, withHelper(labels, String(cells)));
      expect(await saidOfHelpers(t), String(cells)).toEqual([{ no_helper: said }]);
    }
  }));

test("a helper without a name is nobody new", () =>
  rolledBack((t) =>
    t.asSystem(async (work) => {
      const helper = { name: null, unit: "交通局", phone: null };
      await apply(work, aReadRegister([aReadHousehold({ helper })]));
      expect(await work.tx.selectFrom("registry.helper").select("id").execute()).toEqual([]);
    }, "411702000000"),
  ));
