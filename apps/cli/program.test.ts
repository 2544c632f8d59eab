import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { findRunningPostgres } from "../../platform/postgres/start.ts";
import { createScratchDatabase } from "../../test/database.ts";
import { makeCliPlace } from "../../test/cli.ts";
import type { Command } from "commander";
import { commands } from "./commands.ts";
import { buildProgram } from "./program.ts";

function find(program: Command, words: string[]): Command | undefined {
  return words.reduce<Command | undefined>(
    (at, word) => at?.commands.find((command) => command.name() === word),
    program,
  );
}

function helpOf(command: Command | undefined): string {
  let text = "";
  command?.configureOutput({ writeOut: (part) => (text += part) });
  command?.outputHelp();
  return text;
}

test.each(commands.map(({ name }) => name))(
  "%s explains itself in two languages with an example",
  async (name) => {
    const words = name.split(" ");
    const help = helpOf(find(await buildProgram(words, () => undefined), words));
    expect(help).toContain("用法 Usage:");
    expect(help).toContain("--json");
    expect(help).toMatch(/--data <(dir|file)>/);
    expect(help).toMatch(
      new RegExp(`示例 Examples:\\n[^]*jingzhun ${name}[^]*\\p{Script=Han}[^]* / \\w`, "u"),
    );
  },
);

test("every command stands in docs/cli.md", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/cli.md"), "utf8");
  expect(commands.filter(({ name }) => !page.includes(`\`${name}`)).map(({ name }) => name)).toEqual([]);
});

test(
  "with an external database the owner's address is asked for where it is needed, and used",
  { timeout: 120_000 },
  async () => {
    const scratch = await createScratchDatabase();
    const place = makeCliPlace({ DATABASE_URL: scratch.appUrl });
    const owned = makeCliPlace({ DATABASE_URL: scratch.appUrl, DATABASE_OWNER_URL: scratch.ownerUrl });
    try {
      const refused = await place.run("migrate", "--json");
      expect([refused.exitCode, refused.json()["error"]]).toEqual([
        2,
        expect.objectContaining({ code: "cli.owner-needed" }),
      ]);
      const migrated = await owned.run("migrate", "--json");
      expect(migrated.json()["migrations"]).toContain("0001_foundation.sql");
      const asked = await place.run("indicator", "headcount", "--area", "41", "--json");
      expect([asked.exitCode, asked.json()["error"]]).toEqual([
        2,
        expect.objectContaining({ code: "verdict.no-book" }),
      ]);
    } finally {
      await Promise.all([place.remove(), owned.remove()]);
      await scratch.drop();
    }
  },
);

test("a database that cannot be reached, or an address that is none, is named without its password", async () => {
  const place = makeCliPlace({ DATABASE_URL: "postgres://jingzhun_app:secret@127.0.0.1:1/jingzhun" });
  const wrong = makeCliPlace({ DATABASE_URL: "secret" });
  const [silent, unreadable] = await Promise.all([
    place.run("indicator", "headcount", "--area", "41", "--json"),
    wrong.run("indicator", "headcount", "--area", "41", "--json"),
  ]);
  expect(silent.json()["error"]).toMatchObject({ code: "cli.database-unreachable" });
  expect(unreadable.json()["error"]).toMatchObject({ code: "config.invalid" });
  expect(silent.stdout + silent.stderr + unreadable.stdout + unreadable.stderr).not.toContain("secret");
  await Promise.all([place.remove(), wrong.remove()]);
});

test(
  "two commands at once on a fresh folder share one server, and the last one stops it",
  { timeout: 180_000 },
  async () => {
    const place = makeCliPlace();
    try {
      const runs = await Promise.all([
        place.run("migrate", "--json"),
        place.run("policy", "apply", "--json"),
      ]);
      expect(runs.map((run) => run.exitCode)).toEqual([0, 0]);
      expect(await findRunningPostgres(place.dataDir)).toBeUndefined();
    } finally {
      await place.remove();
    }
  },
);

test("policy apply makes a fresh database complete, divisions included", { timeout: 120_000 }, async () => {
  const scratch = await createScratchDatabase();
  const place = makeCliPlace({ DATABASE_URL: scratch.appUrl, DATABASE_OWNER_URL: scratch.ownerUrl });
  try {
    const applied = (await place.run("policy", "apply", "--json")).json();
    expect(applied["added"]).toBe(applied["rules"]);
    const client = new pg.Client({ connectionString: scratch.ownerUrl });
    await client.connect();
    const known = await client.query("select from registry.division where code = '411702000000'");
    await client.end();
    expect(known.rowCount).toBe(1);
  } finally {
    await place.remove();
    await scratch.drop();
  }
});
