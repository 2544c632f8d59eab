import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const face = join(import.meta.dirname, "..");
const fullWidth = /[（）《》「」、，；：。]/;
const isComment = (line: string): boolean => /^\s*(\/\/|\/?\*|\{\/\*)/.test(line);
// What is said in Chinese beside the English of it has Chinese marks.
const isChinese = (line: string): boolean => /\bzh: /.test(line);

test("an English page has no full-width marks: a mark between words is a word of the language", () => {
  const files = globSync(["{design,frame,pages}/**/*.{tsx,css}"], { cwd: face });
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    readFileSync(join(face, file), "utf8")
      .split("\n")
      .filter((line) => fullWidth.test(line) && !isComment(line) && !isChinese(line))
      .map((line) => `${file} ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
