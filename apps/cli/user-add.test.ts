import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { makeCliPlace } from "../../test/cli.ts";
import { testDatabase } from "../../test/database.ts";

const { appUrl, ownerUrl } = await testDatabase();

async function asOwner<T extends pg.QueryResultRow>(query: string, values: string[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(query, values)).rows;
  } finally {
    await client.end();
  }
}

test(
  "a helper is added as one of the register; a phone number that it does not know is not repeated",
  { timeout: 120_000 },
  async () => {
    const place = makeCliPlace({ DATABASE_URL: appUrl });
    const add = (login: string, ...more: string[]) =>
      place.run("user", "add", login, "--name", "李工", "--role", "helper", ...more, "--json");
    try {
      const helper = randomUUID();
      await asOwner(
        "insert into registry.helper (county_code, id, name, created_at) values ('411702', $1, '李工', now())",
        [helper],
      );
      const missing = await add("li1", "--area", "411702");
      expect([missing.exitCode, missing.json()["error"]]).toEqual([
        2,
        expect.objectContaining({ code: "cli.bad-input", zh: expect.stringContaining("--helper") }),
      ]);
      const unknown = await add("li2", "--area", "411702", "--helper", "13800001234");
      expect([unknown.exitCode, unknown.json()["error"]]).toEqual([
        2,
        expect.objectContaining({ code: "helper.not-found" }),
      ]);
      expect(unknown.stdout + unknown.stderr).not.toContain("13800001234");
      const elsewhere = await add("li3", "--area", "411721", "--helper", helper);
      expect(elsewhere.json()["error"]).toMatchObject({ code: "helper.not-found" });

      const added = await add("li4", "--area", "411702", "--helper", helper);
      expect(added.exitCode).toBe(0);
      expect(
        await asOwner("select role, helper_id from access.role_grant where person_id = $1", [
          String(added.json()["id"]),
        ]),
      ).toEqual([{ role: "helper", helper_id: helper }]);
    } finally {
      await place.remove();
    }
  },
);
