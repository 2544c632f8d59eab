/** The queue's own tables follow the version of its package, also when no migration of the project is new. */
import pg from "pg";
import { expect, test } from "vitest";
import { createScratchDatabase } from "../../test/database.ts";
import { migrate } from "./migrate.ts";

test("a queue prepared for another version, or not to the end, is prepared again", async () => {
  const scratch = await createScratchDatabase();
  const owner = new pg.Client({ connectionString: scratch.ownerUrl });
  await owner.connect();
  try {
    const read = async () => {
      const queue = await owner.query<{ version: string; tables: number }>(`
        select hash as version, (select count(*)::int from pg_policies where policyname = 'app_queue') as tables
        from public.migration where name = 'graphile-worker'`);
      return queue.rows[0];
    };
    await migrate(scratch.ownerUrl);
    const prepared = await read();
    expect(prepared?.version).toMatch(/^\d+\.\d+\.\d+/);
    const older = "update public.migration set hash = '0.0.1' where name = 'graphile-worker'";
    const killed = "delete from public.migration where name = 'graphile-worker'";
    for (const state of [older, killed]) {
      await owner.query(state);
      await owner.query("drop policy app_queue on graphile_worker._private_jobs");
      expect(await migrate(scratch.ownerUrl)).toEqual([]);
      expect(await read()).toEqual(prepared);
    }
    await owner.query("drop policy app_queue on graphile_worker._private_jobs");
    await migrate(scratch.ownerUrl);
    expect((await read())?.tables).toBe((prepared?.tables ?? 0) - 1);
  } finally {
    await owner.end();
    await scratch.drop();
  }
});
