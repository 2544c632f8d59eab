/** Documents that cannot rot: links resolve, every dependency has its line, files stay small and plainly named. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
});
const files = listed.split("\n").filter((file) => file !== "" && existsSync(join(root, file)));
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && file !== "db/tables.ts");

test.each(files.filter((file) => file.endsWith(".md")))("every link in %s leads somewhere", (file) => {
  const links = [...read(file).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);
  const broken = links.filter(
    (link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(file), link)),
  );
  expect(broken).toEqual([]);
});

test("every dependency has a line in docs/dependencies.md, and every line is a dependency", () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read("package.json"));
  const named = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).sort();
  const rows = read("docs/dependencies.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const described = rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(described.sort()).toEqual(named);
});

test("every table of the seed names where it comes from", () => {
  const page = read("docs/dependencies.md");
  const tables = files.filter((file) => file.startsWith("db/seed/"));
  expect(tables.filter((file) => !page.includes(`\`${file}\``))).toEqual([]);
});

test("the licence is the whole text of Apache 2.0, with its appendix", () => {
  const licence = read("LICENSE");
  expect(licence.split("\n").length).toBeGreaterThan(200);
  expect(licence).toContain("APPENDIX: How to apply the Apache License to your work.");
});

test("the first page says how to start and how to stop", () => {
  for (const page of ["README.md", "README.zh-CN.md"]) {
    expect(read(page)).toContain("npm start");
    expect(read(page)).toContain("jingzhun stop");
  }
});

test("no file of code is longer than 300 lines, and the median is below 100", () => {
  const lengths = sources.map((file) => ({ file, lines: read(file).split("\n").length - 1 }));
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
});

test("only *.sql.ts files know tables", () => {
  const ours = sources.filter((file) => /^(domain|apps)\//.test(file) && !/\.(sql|test)\.ts$/.test(file));
  const statement =
    /["'`]\s*(select\s[^"'`]+\sfrom|insert into|delete from|update \w+\.\w+ set|(create|alter) table)\s/i;
  expect(ours.filter((file) => statement.test(read(file)))).toEqual([]);
});

test("nothing is called utils, helpers, common or types", () => {
  expect(
    files.filter((file) => /(^|\/)(utils?|helpers|common|types)(\/|\.(ts|tsx|mjs)$)/.test(file)),
  ).toEqual([]);
});

test("the lock file names no host", () => {
  expect(read("package-lock.json")).not.toMatch(
    /"resolved"|https?:\/\/(?!.*(opencollective|github|tidelift|paypal|feross|patreon))[^"]*\.tgz/,
  );
});
