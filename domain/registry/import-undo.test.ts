/** Undoing a written import: former values come back where nothing changed since; all else is left alone and listed. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aRosterCsv, upload } from "../../test/import-scene.ts";
import { syntheticId } from "../../test/register-builders.ts";
import { runNewest } from "../../test/run-task.ts";
import { dailyChores } from "../../apps/worker/chores.ts";
import type { Client } from "../../test/client.ts";
import type { HouseholdHistory } from "./household-history.contract.ts";
import type { ImportBatch } from "./import.contract.ts";
import type { UndoPage } from "./import-undo.contract.ts";

const url = ({ county, id }: Pick<ImportBatch, "county" | "id">) => `/counties/${county}/imports/${id}`;

async function written(t: TestApi, officer: Client, csv: string): Promise<ImportBatch> {
  const { body } = await upload(officer, csv);
  await runNewest(t, "import.preview");
  await officer.post(`${url(body)}/apply`);
  await runNewest(t, "import.apply");
  return (await officer.get<ImportBatch>(url(body))).body;
}

const day = 86_400_000;
const unstopped = new AbortController().signal;

/** Of all imports. */
const keptRows = (t: TestApi) =>
  t.asSystem(({ tx }) =>
    tx.selectFrom("registry.import_household").select(["import_id", "register_no", "before"]).execute(),
  );

/** All rows of the register, without what tells only when something was written. */
async function register(t: TestApi): Promise<unknown[]> {
  return t.asSystem(async ({ tx }) => {
    const tables = ["household", "household_year", "income_statement", "member", "member_year"] as const;
    const found = [];
    for (const table of tables) {
      const rows = await tx.selectFrom(`registry.${table}`).selectAll().execute();
      const told = rows.map((row) => JSON.stringify({ table, ...row, version: 0, updated_at: 0 }));
      found.push(...told.sort());
    }
    return found;
  });
}

const bookOf = (t: TestApi, registerNo: string) =>
  t.asSystem(({ tx }) =>
    tx
      .selectFrom("registry.household_year")
      .select(["household_id", "exit_status", "version", "head_name"])
      .where("register_no", "=", registerNo)
      .executeTakeFirstOrThrow(),
  );

const leftAlone = async (officer: Client, batch: ImportBatch, query = "") =>
  (await officer.get<UndoPage>(`${url(batch)}/undo${query}`)).body;

const roster = aRosterCsv(["孟庄村", "王坡村", "水屯村"]);
const exited = roster
  .replaceAll("未脱贫", "脱贫")
  .replace("王建国", "王建军")
  .split("\n")
  .map((line, at) => `${line},${at === 0 ? "工资性收入" : at % 2 === 1 ? "1200" : ""}`)
  .join("\n");

test("what an import changed is as it was before, as a new version, on record and evaluated", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson();
    const officer = t.as(person);
    const first = await written(t, officer, roster);
    expect(first).toMatchObject({ can: { undo: false }, undo: { restorable: 0, others: 3 } });
    const before = await register(t);
    const batch = await written(t, officer, exited);
    expect(batch).toMatchObject({
      state: "applied",
      can: { undo: true },
      undo: { restorable: 3, others: 0 },
    });
    expect(await bookOf(t, "411702000")).toMatchObject({ exit_status: "1", version: 2, head_name: "王建军" });

    const asked = await officer.post<ImportBatch>(`${url(batch)}/undo`);
    expect(asked).toMatchObject({ status: 202, body: { state: "undoing", can: { undo: false } } });
    expect(await runNewest(t, "import.undo")).toBe(person.id);
    const { body } = await officer.get<ImportBatch>(url(batch));
    expect(body).toMatchObject({ state: "undone", undo: { restored: 3, left: 0 }, can: { undo: false } });
    expect(body.undoneAt).not.toBeNull();
    expect(await bookOf(t, "411702000")).toMatchObject({ exit_status: "0", version: 3, head_name: "王建国" });
    const after = await register(t);
    const isIncome = (row: unknown): boolean => String(row).includes('"table":"income_statement"');
    expect(after.filter((row) => !isIncome(row))).toEqual(before);
    // What was not known before is not known again; its row stays.
    expect(after.filter(isIncome).map((row) => JSON.parse(String(row)).wage)).toEqual([null, null, null]);
    const events = await t.asSystem(({ tx }) =>
      tx
        .selectFrom("audit.event")
        .select(["subject_id", "started_by", "detail"])
        .where("action", "=", "import.undo")
        .execute(),
    );
    expect(events).toMatchObject([
      { subject_id: batch.id, started_by: person.id, detail: { restored: 3, leftAlone: 0, year: 2018 } },
    ]);
    expect(await runNewest(t, "verdict.evaluate")).toBe(person.id);
    const again = await officer.post(`${url(batch)}/undo`);
    expect(again).toMatchObject({ status: 409, body: { code: "import.not-undoable" } });
  }));

test("households that are new, got another member, are locked or changed since are left alone and listed", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const villages = ["孟庄村", "王坡村", "水屯村", "孟庄村"];
    const lines = aRosterCsv(villages).split("\n");
    await written(t, officer, lines.slice(0, 9).join("\n"));
    const born = lines[8]!.replace(/张秀英,\d{17}[\dX]/, `王小宝,${syntheticId()}`).replace("配偶", "之子");
    const more = [
      ...lines,
      born,
      ...aRosterCsv([...villages, "孟庄村"])
        .split("\n")
        .slice(9),
    ];
    const batch = await written(t, officer, more.join("\n").replaceAll("未脱贫", "脱贫"));
    expect(batch.undo).toEqual({ restorable: 3, others: 2, restored: null, left: null });
    await t.asSystem(async ({ tx }) => {
      const books = tx.updateTable("registry.household_year");
      await books.set({ book_status: "locked" }).where("register_no", "=", "411702001").execute();
      await books.set({ main_cause: "01" }).where("register_no", "=", "411702002").execute();
    });
    await officer.post(`${url(batch)}/undo`);
    await runNewest(t, "import.undo");
    const { body } = await officer.get<ImportBatch>(url(batch));
    expect(body).toMatchObject({ state: "undone", undo: { restored: 1, left: 4 } });
    expect(await leftAlone(officer, batch)).toMatchObject({
      counts: expect.arrayContaining([{ reason: "changed", count: 1 }]),
      households: [
        { registerNo: "411702001", reason: "locked" },
        { registerNo: "411702002", reason: "changed" },
        { registerNo: "411702003", reason: "composition" },
        { registerNo: "411702004", reason: "created" },
      ],
      next: null,
    });
    expect(await leftAlone(officer, batch, "?limit=1&after=411702001")).toMatchObject({
      households: [{ registerNo: "411702002" }],
      next: "411702002",
    });
    for (const [at, exitStatus] of ["0", "1", "1", "1", "1"].entries())
      expect((await bookOf(t, `41170200${at}`)).exit_status).toBe(exitStatus);
  }));

test("an import of which nothing is as it left it stays written, and says why", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    await written(t, officer, roster);
    const batch = await written(t, officer, exited);
    await t.asSystem(({ tx }) =>
      tx.updateTable("registry.household_year").set({ main_cause: "01" }).execute(),
    );
    await officer.post(`${url(batch)}/undo`);
    await expect(runNewest(t, "import.undo")).rejects.toMatchObject({ code: "import.nothing-undone" });
    expect((await officer.get<ImportBatch>(url(batch))).body).toMatchObject({
      state: "applied",
      problem: { code: "import.nothing-undone" },
    });
    const stranger = t.as(await t.aPerson({ areaCode: "621022000000" }));
    expect((await stranger.post(`${url(batch)}/undo`)).status).toBe(404);
    expect((await stranger.get(`${url(batch)}/undo`)).status).toBe(404);
  }));

test("two imports are undone one after the other, the newer first", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    await written(t, officer, roster);
    const second = await written(t, officer, roster.replaceAll("未脱贫", "脱贫"));
    const third = await written(t, officer, roster.replaceAll("未脱贫", "返贫"));
    for (const [batch, exitStatus] of [
      [third, "1"],
      [second, "0"],
    ] as const) {
      await officer.post(`${url(batch)}/undo`);
      await runNewest(t, "import.undo");
      expect(await bookOf(t, "411702001")).toMatchObject({ exit_status: exitStatus });
    }
  }));

test("the receipt says until when; then what was kept is dropped for good, on record, and undoing is refused", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    await written(t, officer, roster);
    t.clock.set(new Date(t.clock.now().getTime() + 3_600_000));
    const batch = await written(t, officer, exited);
    const until = t.clock.now().getTime() + 30 * day;
    expect(batch).toMatchObject({ undoUntil: new Date(until).toISOString(), undoDropped: false });

    const drop = dailyChores(t.database, t.clock)["import.drop-undo"]!;
    t.clock.set(new Date(until));
    await drop(unstopped);
    // The first import's day is over, the second's is not.
    expect(new Set((await keptRows(t)).map((row) => row.import_id))).toEqual(new Set([batch.id]));
    t.clock.set(new Date(until + 1));
    const again = t.as(await t.aPerson());
    expect((await again.get<ImportBatch>(url(batch))).body).toMatchObject({ can: { undo: false } });
    expect(await again.post(`${url(batch)}/undo`)).toMatchObject({
      status: 409,
      body: { code: "import.undo-over" },
    });
    await drop(unstopped);
    await drop(unstopped);
    expect(await keptRows(t)).toEqual([]);
    expect((await again.get<ImportBatch>(url(batch))).body).toMatchObject({
      state: "applied",
      undoDropped: true,
    });
    const events = await t.asSystem(({ tx }) =>
      tx
        .selectFrom("audit.event")
        .select(["subject_id", "detail"])
        .where("action", "=", "import.drop-undo")
        .where("subject_id", "=", batch.id)
        .execute(),
    );
    expect(events).toMatchObject([{ detail: { households: 3 } }]);
  }));

test("of an import that was undone the list of what was left alone outlasts the values", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    await written(t, officer, roster);
    const more = aRosterCsv(["孟庄村", "孟庄村", "孟庄村", "孟庄村"]).split("\n").slice(7);
    const batch = await written(t, officer, [roster, ...more].join("\n").replaceAll("未脱贫", "脱贫"));
    await officer.post(`${url(batch)}/undo`);
    await runNewest(t, "import.undo");
    t.clock.set(new Date(t.clock.now().getTime() + 31 * day));
    await dailyChores(t.database, t.clock)["import.drop-undo"]?.(unstopped);
    const kept = (await keptRows(t)).filter((row) => row.import_id === batch.id);
    expect(kept).toMatchObject([{ register_no: "411702003", before: {} }]);
    const again = t.as(await t.aPerson());
    expect(await leftAlone(again, batch)).toMatchObject({
      households: [{ registerNo: "411702003", reason: "created" }],
    });
  }));

test("the history of a household names the imports that wrote it, with their changes, until nothing is kept of them", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const first = await written(t, officer, roster);
    const second = await written(t, officer, exited);
    const [kept] = (await keptRows(t)).filter(({ import_id }) => import_id === second.id);
    const { household_id: id } = await bookOf(t, kept?.register_no ?? "");
    const importsOf = async () =>
      (await officer.get<HouseholdHistory>(`/counties/${second.county}/households/${id}/history`)).body
        .imports;
    const known = await importsOf();
    expect(known).toMatchObject([
      { id: second.id, layout: "roster", isNew: false, undoneAt: null },
      { id: first.id, layout: "roster", isNew: true, changes: null },
    ]);
    expect(known[0]?.changes).toBeGreaterThan(0);
    await t.asSystem(({ tx }) => tx.deleteFrom("registry.import_household").execute());
    expect(await importsOf()).toEqual([]);
  }));
