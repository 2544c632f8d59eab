import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const face = join(import.meta.dirname, "..");
const mostLines = 300;

test("a style sheet is as short as a file of code may be: whoever looks for a rule finds it", () => {
  const sheets = globSync("{design,frame,pages}/**/*.css", { cwd: face });
  expect(sheets.length).toBeGreaterThan(10);
  const linesOf = (sheet: string): number =>
    readFileSync(join(face, sheet), "utf8").trimEnd().split("\n").length;
  expect(sheets.filter((sheet) => linesOf(sheet) >= mostLines)).toEqual([]);
});
