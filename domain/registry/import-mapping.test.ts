/** Columns mapped by a person: the file is read so, the next one too, until it is forgotten. */
import { describe, expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aRosterCsv, upload } from "../../test/import-scene.ts";
import { runNewest } from "../../test/run-task.ts";
import type { Client } from "../../test/client.ts";
import type { ImportBatch } from "./import.contract.ts";
import type { ImportFieldList } from "./import-mapping.contract.ts";
import type { Today } from "../today/today.contract.ts";

const url = ({ county, id }: Pick<ImportBatch, "county" | "id">) => `/counties/${county}/imports/${id}`;

/** A roster in which a column is called as nobody calls it. */
const csv = aRosterCsv(["孟庄村"]).replaceAll("贫困户属性", "户的属性");

async function read(t: TestApi, officer: Client, batch: ImportBatch): Promise<ImportBatch> {
  await runNewest(t, "import.preview");
  return (await officer.get<ImportBatch>(url(batch))).body;
}

const uploaded = async (t: TestApi, officer: Client, file = csv): Promise<ImportBatch> =>
  read(t, officer, (await upload(officer, file)).body);

const columnOf = (batch: ImportBatch, label: string) =>
  batch.preview?.sheets[0]?.columns.find((column) => column.label === label);

const chosen = { 户的属性: "household_year.attribute" };

async function map(officer: Client, batch: ImportBatch, columns: Record<string, string | null>) {
  const fingerprint = batch.preview?.sheets[0]?.fingerprint;
  return officer.put<ImportBatch & { code?: string }>(`${url(batch)}/columns`, { fingerprint, columns });
}

test("a mapping gives a fresh preview, is used for the next file and written with it", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const first = await uploaded(t, officer);
    expect(columnOf(first, "户的属性")).toMatchObject({ field: null, confidence: 0, isChosen: false });
    expect(columnOf(first, "姓名")).toMatchObject({ field: "member.name", confidence: 1 });
    const mapped = await map(officer, first, chosen);
    expect(mapped).toMatchObject({ status: 202, body: { state: "reading" } });
    const fresh = await read(t, officer, first);
    expect(fresh).toMatchObject({ state: "ready", can: { map: true } });
    expect(columnOf(fresh, "户的属性")).toMatchObject({ field: "household_year.attribute", isChosen: true });

    const next = await uploaded(t, officer, csv.replaceAll("户的属性", " 户的属性 "));
    expect(columnOf(next, "户的属性")).toMatchObject({ field: "household_year.attribute", isChosen: true });
    expect(next.preview?.sheets[0]?.mappedAt).toBe(t.clock.now().toISOString());
    await officer.post(`${url(next)}/apply`);
    await runNewest(t, "import.apply");
    const { body: applied } = await officer.get<ImportBatch>(url(next));
    expect(applied).toMatchObject({ state: "applied", can: { map: false } });
    expect(columnOf(applied, "户的属性")).toMatchObject({ isChosen: true });
    const books = await t.asSystem(({ tx }) =>
      tx.selectFrom("registry.household_year").select("attribute").execute(),
    );
    expect(books).toEqual([{ attribute: "01" }]);
  }));

test("a mapping is forgotten on demand, and both leave their mark in the record", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await uploaded(t, officer);
    await map(officer, batch, chosen);
    const mapped = await read(t, officer, batch);
    const { fingerprint } = mapped.preview!.sheets[0]!;
    expect((await officer.delete(`${url(batch)}/columns/${fingerprint}`)).status).toBe(202);
    const again = await read(t, officer, batch);
    expect(columnOf(again, "户的属性")).toMatchObject({ field: null, isChosen: false });
    expect(again.preview?.sheets[0]?.mappedAt).toBeNull();
    const events = await t.asSystem(({ tx }) =>
      tx
        .selectFrom("audit.event")
        .select(["action", "detail"])
        .where("action", "like", "import.%map")
        .execute(),
    );
    expect(events).toMatchObject([
      { action: "import.map", detail: { columns: ["K=household_year.attribute"] } },
      { action: "import.unmap" },
    ]);
  }));

test("a mapping of one place is not used in another", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    await map(officer, await uploaded(t, officer), chosen);
    const clerk = t.as(await t.aPerson({ role: "townshipClerk", areaCode: "411702100000" }));
    expect(columnOf(await uploaded(t, clerk), "户的属性")).toMatchObject({ isChosen: false });
  }));

test.each([
  ["import.unknown-column", { 没有的列: null }],
  ["import.field-not-here", { 户的属性: "no.field" }],
  ["import.field-twice", { 户的属性: "household_year.exit_status" }],
  ["import.columns-needed", { 户编号: null }],
])("a mapping that cannot be read is refused: %s", (code, columns) =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await uploaded(t, officer);
    expect(await map(officer, batch, columns)).toMatchObject({ status: 422, body: { code } });
    expect((await officer.get<ImportBatch>(url(batch))).body.state).toBe("ready");
  }),
);

test("the fields to choose from say for which files they are", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const { fields } = (await officer.get<ImportFieldList>("/import-fields")).body;
    expect(fields.find(({ key }) => key === "household.register_no")).toMatchObject({
      title: { zh: "户编号" },
      layouts: ["roster", "incomeLedger", "monitoringPersons", "monitoringHouseholds"],
    });
  }));

describe("a file whose needed column nobody knows", () => {
  /** 户编号 as one county's office calls it, so that nothing of the file can be read. */
  const unknown = aRosterCsv(["孟庄村"]).replace("户编号", "户号码（国办）");
  const named = { "户号码（国办）": "household.register_no" };

  const mapUnread = (officer: Client, batch: ImportBatch, columns: Record<string, string | null>) =>
    officer.put<ImportBatch & { code?: string; zh?: string }>(`${url(batch)}/columns`, {
      fingerprint: batch.unread[0]?.fingerprint,
      columns,
    });

  test("waits for somebody to say it, is then read, and the next one is read at once", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const waiting = await uploaded(t, officer, unknown);
      expect(waiting).toMatchObject({
        state: "unmapped",
        layout: "roster",
        preview: null,
        problem: null,
        can: { map: true, correct: false, apply: false, restart: false },
        unread: [{ layout: "roster", headerRow: 1, missing: [{ key: "household.register_no" }] }],
      });
      expect((await officer.get<Today>("/today")).body.importsToFix).toMatchObject([
        { id: waiting.id, rejected: 0, isUnmapped: true },
      ]);
      expect(await mapUnread(officer, waiting, named)).toMatchObject({
        status: 202,
        body: { state: "reading" },
      });
      const fresh = await read(t, officer, waiting);
      expect(fresh).toMatchObject({ state: "ready", unread: [], preview: { households: 1, persons: 2 } });
      expect(columnOf(fresh, "户号码（国办）")).toMatchObject({
        field: "household.register_no",
        isChosen: true,
      });

      const next = await uploaded(t, officer, unknown);
      expect(next).toMatchObject({ state: "ready", unread: [], preview: { households: 1 } });
      await officer.post(`${url(next)}/apply`);
      await runNewest(t, "import.apply");
      expect((await officer.get<ImportBatch>(url(next))).body.state).toBe("applied");
    }));

  test("is still not read by a mapping that leaves it out, and waits again once the mapping is forgotten", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const waiting = await uploaded(t, officer, unknown);
      const { body: refused } = await mapUnread(officer, waiting, { 人数: null });
      expect([refused.code, refused.zh]).toEqual([
        "import.columns-needed",
        expect.stringContaining("缺少必需的列（户编号）"),
      ]);
      await mapUnread(officer, waiting, named);
      const fresh = await read(t, officer, waiting);
      const { fingerprint } = fresh.preview!.sheets[0]!;
      await officer.delete(`${url(fresh)}/columns/${fingerprint}`);
      expect(await read(t, officer, fresh)).toMatchObject({ state: "unmapped", preview: null });
    }));

  test("can neither be written nor put right, and knows a roster by its other columns", () =>
    rolledBack(async (t) => {
      const officer = t.as(await t.aPerson());
      const waiting = await uploaded(t, officer, unknown.replace("姓名", "本人"));
      expect(waiting.unread[0]?.missing.map(({ key }) => key)).toEqual([
        "member.name",
        "household.register_no",
      ]);
      for (const step of ["apply", "rejected-rows"])
        expect(await officer.post(`${url(waiting)}/${step}`)).toMatchObject({
          status: 409,
          body: { code: "import.not-ready" },
        });
      await mapUnread(officer, waiting, { ...named, 本人: "member.name" });
      expect(await read(t, officer, waiting)).toMatchObject({ state: "ready", preview: { persons: 2 } });
    }));
});
