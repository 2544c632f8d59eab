import { expect, test } from "vitest";
import { generateRegister, writeRegisterXlsx } from "./synthetic.ts";
import { fileOf, temporaryPath } from "./reading/test-files.ts";
import { readRegisterInChild } from "./reading-process.ts";
import { readRegisterFile } from "./reading.ts";

async function syntheticFile(households: number): Promise<string> {
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
  return path;
}

test("a child reads what the same process would read, and tells how far it is", async () => {
  const path = await syntheticFile(1_200);
  const progress: number[] = [];
  const read = await readRegisterInChild(path, { year: 2018, onProgress: (rows) => progress.push(rows) });
  expect(read).toEqual(await readRegisterFile(path, { year: 2018 }));
  expect(progress[0]).toBe(2_000);
});

test("a problem found by the child is the same problem here", async () => {
  const path = fileOf("x.xlsx", "PK damaged");
  await expect(readRegisterInChild(path)).rejects.toMatchObject({
    code: "reading.damaged",
    zh: expect.stringContaining("重新导出"),
  });
});

test("a child that runs out of memory or time is a problem, and this process lives", async () => {
  const path = await syntheticFile(6_000);
  await expect(readRegisterInChild(path, {}, { heapMegabytes: 24, seconds: 170 })).rejects.toMatchObject({
    code: "reading.out-of-memory",
  });
  await expect(readRegisterInChild(path, {}, { heapMegabytes: 1_000, seconds: 0.05 })).rejects.toMatchObject({
    code: "reading.too-slow",
  });
}, 180_000);
