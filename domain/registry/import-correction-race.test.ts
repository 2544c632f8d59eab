/** A correction and the click on "write" at the same moment: what no preview has shown is never written. */
import { afterAll, expect, test } from "vitest";
import { aSpoiltRosterCsv } from "../../test/import-scene.ts";
import { testDatabase } from "../../test/database.ts";
import { syntheticId } from "../../test/register-builders.ts";
import { openDatabase } from "../../platform/db/database.ts";
import { systemWork } from "../access/system-work.ts";
import type { Work } from "../access/work.ts";
import { getImport, startApplying, uploadImport } from "./import-batch.service.ts";
import type { ImportKey } from "./import.contract.ts";
import { correctCell } from "./import-correction.service.ts";
import { readAndPreview } from "./import-run.service.ts";
import { readRegister } from "./reading.ts";

const database = openDatabase((await testDatabase()).appUrl, 2);
afterAll(() => database.close());

const now = new Date("2026-03-02T04:00:00.000Z");
const working = <T>(use: (work: Work) => Promise<T>): Promise<T> =>
  systemWork(database, "411702000000", now, use);

async function aReadyImport(): Promise<ImportKey> {
  const bytes = Buffer.from(aSpoiltRosterCsv());
  const { county, id } = await working((work) =>
    uploadImport(work, { fileName: "花名册.csv", bytes, year: 2025 }),
  );
  await working((work) => readAndPreview(work, { county, id }, readRegister));
  return { county, id };
}

const correct = (work: Work, key: ImportKey) =>
  correctCell(work, { ...key, sheet: "花名册", row: 3, letter: "G", value: syntheticId() });

/** Both at once: the second begins while the first has not ended. */
async function together(first: (work: Work) => Promise<unknown>, second: (work: Work) => Promise<unknown>) {
  const end = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const one = working(async (work) => {
    await first(work);
    begun.resolve();
    await end.promise;
  });
  await begun.promise;
  const two = working(second).then(
    () => "done",
    (error: { code: string }) => error.code,
  );
  await Promise.race([two, new Promise((resolve) => setTimeout(resolve, 300))]);
  end.resolve();
  await one;
  return two;
}

test("applying waits for a correction on its way, and is refused", async () => {
  const key = await aReadyImport();
  const outcome = await together(
    (work) => correct(work, key),
    (work) => startApplying(work, key),
  );
  expect(outcome).toBe("import.corrections-unchecked");
  expect(await working((work) => getImport(work, key))).toMatchObject({ state: "ready" });
});

test("a correction that comes while the import starts being applied is refused", async () => {
  const key = await aReadyImport();
  const outcome = await together(
    (work) => startApplying(work, key),
    (work) => correct(work, key),
  );
  expect(outcome).toBe("import.not-ready");
  expect(await working((work) => getImport(work, key))).toMatchObject({ state: "applying" });
});
