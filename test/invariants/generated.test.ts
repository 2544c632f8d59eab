import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { describeSchema } from "../../db/schema-text.ts";
import { describeTables } from "../../db/table-types.ts";
import { migrate } from "../../platform/db/migrate.ts";
import { createScratchDatabase } from "../database.ts";

test("db/schema.sql and db/tables.ts say what the migrations make", async () => {
  const scratch = await createScratchDatabase();
  await migrate(scratch.ownerUrl);
  for (const [name, text] of [
    ["schema.sql", await describeSchema(scratch.ownerUrl)],
    ["tables.ts", await describeTables(scratch.ownerUrl)],
  ] as const) {
    const committed = await readFile(new URL(`../../db/${name}`, import.meta.url), "utf8");
    expect(committed === text, `db/${name} is stale: run npm run generate`).toBe(true);
  }
  await scratch.drop();
});
