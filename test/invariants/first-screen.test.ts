/** What a browser fetches before the first page's own code: the bound of a slow line in a village. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const built = join(import.meta.dirname, "../../apps/web/dist");
const bound = 300 * 1024;

test.skipIf(!existsSync(join(built, "index.html")))(
  "the first screen loads at most 300 KB, compressed",
  () => {
    const index = readFileSync(join(built, "index.html"), "utf8");
    const parts = [...index.matchAll(/(?:src|href)="\/?(assets\/[^"]+)"/g)].map(([, part = ""]) => part);
    const sizes = ["index.html", ...new Set(parts)].map(
      (part) => gzipSync(readFileSync(join(built, part))).length,
    );
    expect(parts.length).toBeGreaterThan(1);
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThanOrEqual(bound);
  },
);
