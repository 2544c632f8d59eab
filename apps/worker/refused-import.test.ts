/** What the worker does when the database refuses an import that looked good. */
import { expect, test, vi } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { aRosterCsv, apply, upload } from "../../test/import-scene.ts";
import { aReadHousehold, aReadMember, aReadRegister } from "../../test/register-builders.ts";
import { runNewest } from "../../test/run-task.ts";
import type { ImportBatch } from "../../domain/registry/import.contract.ts";

// As if the number were registered between the look at its holders and the writing.
vi.mock("../../domain/registry/import/load.sql.ts", async (original) => ({
  ...(await original<object>()),
  listIdentityHolders: () => Promise.resolve([]),
}));

test("an id number that was registered meanwhile ends the task with its problem, and the import waits with it", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = aRosterCsv(["孟庄村"]);
    const { body } = await upload(officer, csv);
    await runNewest(t, "import.preview");
    const members = [aReadMember({ idNumber: /\d{17}[\dX]/.exec(csv)?.[0] ?? "" })];
    await t.asSystem((work) => apply(work, aReadRegister([aReadHousehold({ members })])));
    const url = `/counties/${body.county}/imports/${body.id}`;
    await officer.post(`${url}/apply`);
    await expect(runNewest(t, "import.apply")).rejects.toMatchObject({
      code: "import.identity-taken-meanwhile",
    });
    expect((await officer.get<ImportBatch>(url)).body).toMatchObject({
      state: "ready",
      problem: { code: "import.identity-taken-meanwhile" },
    });
  }));
