/**
 * For tests: writes rows on four connections until the server is gone and notes in FILE each id that was acknowledged.
 * Usage: write-rows.ts URL FILE; the table `row_seen (id bigint)` must exist.
 */
import { appendFileSync } from "node:fs";
import pg from "pg";

const [connectionString = "", file = ""] = process.argv.slice(2);

await Promise.allSettled([0, 1, 2, 3].map(writeUntilCut));
process.exit(0);

async function writeUntilCut(lane: number): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined); // the cut is what the test is about
  await client.connect();
  for (let id = lane; ; id += 4) {
    await client.query("insert into row_seen values ($1)", [id]);
    appendFileSync(file, `${id}\n`);
  }
}
