import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { testDatabase } from "../../test/database.ts";
import { type Tx, openDatabase, wholeCountry } from "../../platform/db/database.ts";
import type { CodeLists } from "./code-list.contract.ts";
import type { Area } from "./division.contract.ts";
import { importDivisions } from "./division-import.service.ts";
import { parseArea } from "./division.service.ts";
import { listAncestors, listNames } from "./division.sql.ts";

const folder = mkdtempSync(join(tmpdir(), "divisions-"));
afterAll(() => rmSync(folder, { recursive: true }));

function table(name: string, lines: string[], validFrom: string) {
  const csvPath = join(folder, name);
  writeFileSync(csvPath, lines.join("\n"));
  return { csvPath, validFrom, source: "test" };
}

class Undone extends Error {}

/** As the owner, in a transaction that is rolled back. */
async function asOwner(use: (owner: Tx) => Promise<void>): Promise<void> {
  const owner = openDatabase((await testDatabase()).ownerUrl, 1);
  await owner
    .transaction(wholeCountry, { readOnly: false }, async (tx) => {
      await use(tx);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    })
    .finally(() => owner.close());
}

test("a place is shown with its path and the places directly below", () =>
  rolledBack(async (t) => {
    const officer = await t.aPerson();
    const reply = await t.as(officer).get<Area>("/areas/411702");
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ code: "411702000000", name: "驿城区", level: 3 });
    expect(reply.body.path.map((place) => place.name)).toEqual(["河南省", "驻马店市", "驿城区"]);
    expect(reply.body.children).toHaveLength(21);
    expect(reply.body.children).toContainEqual({ code: "411702100000", name: "水屯镇", level: 4 });
    expect((await t.as(officer).get<Area>("/areas")).body).toEqual(reply.body);
  }));

test("the whole country has the provinces below it", () =>
  rolledBack(async (t) => {
    const person = await t.aPerson({ role: "provinceReader", areaCode: "000000000000" });
    const { body } = await t.as(person).get<Area>("/areas/0");
    expect(body).toMatchObject({ name: "全国", level: 0 });
    expect(body.children).toHaveLength(31);
  }));

test("a place elsewhere is not found, a wrong code is refused, and nobody looks without signing in", () =>
  rolledBack(async (t) => {
    const officer = await t.aPerson();
    expect((await t.as(officer).get("/areas/621022")).status).toBe(404);
    expect((await t.as(officer).get("/areas/411702999")).body.code).toBe("area.not-found");
    expect((await t.as(officer).get("/areas/41170")).status).toBe(404);
    expect((await t.anyone.get("/areas/411702")).status).toBe(401);
  }));

test("codes are written with 2, 4, 6, 9 or 12 digits", () => {
  expect(parseArea("41")).toBe("410000000000");
  expect(parseArea("411702")).toBe("411702000000");
  expect(parseArea("411702100201")).toBe("411702100201");
  expect(() => parseArea("4117020")).toThrow(/area.bad-code/);
});

test("a pseudo-code hangs where its parent pointer says", () =>
  asOwner(async (owner) => {
    const lines = ["code,name,level,parent", "619900000000,西咸新区,2,61", "619901,秦汉新城,3,6199"];
    expect(await importDivisions(owner, table("pseudo.csv", lines, "2018-01-01"))).toMatchObject({
      added: 2,
    });
    const path = await listAncestors(owner, "619901000000");
    expect(path.map((place) => place.name)).toEqual(["陕西省", "西咸新区", "秦汉新城"]);
  }));

test("a renamed township keeps its old name as history; the same table twice changes nothing", () =>
  asOwner(async (owner) => {
    const renamed = table(
      "renamed.csv",
      ["code,name,level,parent", "411702100,水屯街道,4,411702"],
      "2025-01-01",
    );
    expect(await importDivisions(owner, renamed)).toEqual({ added: 0, renamed: 1, corrected: 0 });
    expect(await importDivisions(owner, renamed)).toEqual({ added: 0, renamed: 0, corrected: 0 });
    const names = await listNames(owner, "411702100000", "411702100000", [4]);
    expect(names.map((place) => place.name)).toEqual(["水屯街道", "水屯镇"]);
    const current = await listAncestors(owner, "411702100000");
    expect(current.map((place) => place.name)).toEqual(["河南省", "驻马店市", "驿城区", "水屯街道"]);
  }));

test("a line with an end closes the place", () =>
  asOwner(async (owner) => {
    const lines = [
      "code,name,level,parent,category,valid_from,valid_to",
      "411702104,蚁蜂镇,4,411702,,2023-06-30,2024-12-31",
    ];
    expect(await importDivisions(owner, table("ended.csv", lines, "2023-06-30"))).toMatchObject({
      corrected: 1,
    });
    expect(await listAncestors(owner, "411702104000")).toEqual([]);
  }));

test("a wrong line of a table is named", () =>
  asOwner(async (owner) => {
    const wrong = table(
      "wrong.csv",
      ["code,name,level,parent", "41,河南省,1,", "4117021,水屯镇,4,411702"],
      "2025-01-01",
    );
    await expect(importDivisions(owner, wrong)).rejects.toMatchObject({
      code: "area.bad-table",
      detail: { line: 3 },
    });
  }));

test("code lists carry codes and labels, without the spellings of files", () =>
  rolledBack(async (t) => {
    const { body } = await t.as(await t.aPerson()).get<CodeLists>("/code-lists");
    expect(body.lists.find((list) => list.id === "exitStatus")?.items).toContainEqual({
      code: "0",
      label: "未脱贫",
      en: "not lifted",
    });
  }));
