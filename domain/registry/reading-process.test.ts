import { expect, test } from "vitest";
import { generateRegister, writeRegisterXlsx } from "./synthetic.ts";
import { temporaryPath } from "./reading/test-files.ts";
import { readRegisterInChild } from "./reading-process.ts";
import { readRegister } from "./reading.ts";
import { type RegisterFile, loadRegisterFile } from "./reading/open.ts";

async function syntheticFile(households: number): Promise<RegisterFile> {
  const village = { code: "411702101201", name: "王楼村", township: "水屯镇", county: "驿城区" };
  const path = temporaryPath("花名册.xlsx");
  await writeRegisterXlsx(
    path,
    generateRegister({
      households,
      seed: 1,
      areaVillages: [village],
      format: "roster",
      quirks: true,
      year: 2018,
    }),
  );
  return loadRegisterFile(path);
}

test("a child reads what the same process would read, and tells how far it is", async () => {
  const file = await syntheticFile(1_200);
  const progress: number[] = [];
  const read = await readRegisterInChild(file, { year: 2018, onProgress: (rows) => progress.push(rows) });
  expect(read).toEqual(await readRegister(file, { year: 2018 }));
  expect(progress[0]).toBe(2_000);
});

test("a problem found by the child is the same problem here", async () => {
  const file = { name: "x.xlsx", bytes: Buffer.from("PK damaged") };
  await expect(readRegisterInChild(file)).rejects.toMatchObject({
    code: "reading.damaged",
    zh: expect.stringContaining("重新导出"),
  });
});

test("a child that runs out of memory or time is a problem, and this process lives", async () => {
  const file = await syntheticFile(6_000);
  await expect(readRegisterInChild(file, {}, { heapMegabytes: 24, seconds: 170 })).rejects.toMatchObject({
    code: "reading.out-of-memory",
  });
  await expect(readRegisterInChild(file, {}, { heapMegabytes: 1_000, seconds: 0.05 })).rejects.toMatchObject({
    code: "reading.too-slow",
  });
}, 180_000);
