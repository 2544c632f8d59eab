import { sql } from "kysely";
import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { readWithin } from "./read-only.ts";

const asleep = sql`select pg_sleep(5)`;

test("what runs inside cannot write, and the transaction can afterwards", () =>
  rolledBack((t) =>
    t.asSystem(async ({ tx }) => {
      const write = () => sql`update access.person set name = name`.execute(tx);
      await expect(readWithin(tx, 1000, write)).rejects.toThrow(/read-only transaction/);
      await expect(write()).resolves.toBeDefined();
    }),
  ));

test("a statement beyond the limit is stopped, and the limit ends with the reading", () =>
  rolledBack((t) =>
    t.asSystem(async ({ tx }) => {
      const limit = () =>
        sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(tx);
      const before = await limit();
      expect(await readWithin(tx, 50, () => asleep.execute(tx))).toBeUndefined();
      expect((await readWithin(tx, 50, limit))?.rows[0]?.limit).toBe("50ms");
      expect((await limit()).rows).toEqual(before.rows);
    }),
  ));
