/** A hash over what the files of this program say, by which a database knows whether it holds it (platform/db/load-once). */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Data, and the programs that turn rules into SQL. */
const sources = [
  "db/seed",
  "policies",
  "engines/policy",
  "domain/verdicts",
  "domain/registry/seed-divisions.ts",
];

export function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((name) => filesOf(join(root, name)))) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
