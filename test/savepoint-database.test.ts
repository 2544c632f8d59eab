import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Tx } from "../platform/db/database.ts";
import { rolledBack } from "./api.ts";

const area = { areaLow: "411702000000", areaHigh: "411702999999" };

async function seen(tx: Tx): Promise<string> {
  const result = await sql<{ low: string }>`select current_setting('jingzhun.area_low') as low`.execute(tx);
  return result.rows[0]?.low ?? "";
}

const addTask = (
  id: string,
) => sql`insert into job.task (id, kind, area_code, person_id, state, input, created_at, updated_at)
  values (${id}, 'test', '411702000000', ${id}, 'waiting', '{}', now(), now())`;
const id = "00000000-0000-7000-8000-00000000000a";

test("a read-only transaction cannot write, and the next one can", () =>
  rolledBack(async (t) => {
    const write = (readOnly: boolean) =>
      t.database.transaction(area, { readOnly }, (tx) =>
        addTask(id)
          .execute(tx)
          .then(() => "written"),
      );
    await expect(write(true)).rejects.toThrow(/read-only/);
    expect(await write(false)).toBe("written");
  }));

test("a thrown error undoes its own transaction only", () =>
  rolledBack(async (t) => {
    await t.database.transaction(area, { readOnly: false }, (tx) => addTask(id).execute(tx));
    const failing = t.database.transaction(area, { readOnly: false }, async (tx) => {
      await sql`delete from access.session`.execute(tx);
      await sql`update job.task set done = 5`.execute(tx);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    const tasks = await t.database.transaction(area, { readOnly: true }, (tx) =>
      tx.selectFrom("job.task").select("done").execute(),
    );
    expect(tasks).toEqual([{ done: 0 }]);
  }));

test("transactions sent at once take turns, and one inside another gives the scope back", () =>
  rolledBack(async (t) => {
    const other = { areaLow: "000000000000", areaHigh: "999999999999" };
    const scopes = await Promise.all(
      [area, other, area].map((scope) =>
        t.database.transaction(scope, { readOnly: true }, async (tx) => {
          const inner = await t.database.transaction(other, { readOnly: true }, seen);
          return [inner, await seen(tx)];
        }),
      ),
    );
    expect(scopes).toEqual([
      [other.areaLow, area.areaLow],
      [other.areaLow, other.areaLow],
      [other.areaLow, area.areaLow],
    ]);
  }));

test("nothing of a test remains", () =>
  rolledBack(async (t) => {
    const tasks = await t.database.transaction(area, { readOnly: true }, (tx) =>
      tx.selectFrom("job.task").selectAll().execute(),
    );
    expect(tasks).toEqual([]);
  }));
