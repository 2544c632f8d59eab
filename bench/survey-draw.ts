/** The draw of 20,000 households, and a log of a million entries: rooted as a stream, kept as a tree, proven from. */
import { hexToBytes } from "@noble/hashes/utils.js";
import { nodeSha256 } from "../apps/cli/node-hash.ts";
import { draw } from "../engines/survey/draw/draw.ts";
import { rootOfEntries } from "../engines/tlog/frontier.ts";
import { proveInclusion } from "../engines/tlog/inclusion.ts";
import { treeOfEntries } from "../engines/tlog/tree.ts";
import type { Finding } from "./bound.ts";
import { measure } from "./cpu.ts";

const households = 20_000;
const entries = 1_000_000;
const proofs = 1_000;

/** From the text of frame and plan to the sample: reading, root, seed, a ticket for each household, sorting. */
export async function drawnHouseholds(say: (finding: Finding) => void): Promise<void> {
  const lines = Array.from(
    { length: households },
    (_, at) => `h${String(at).padStart(6, "0")}\t${at % 3 ? "T" : "G"}\t${1 + (at % 7)}\n`,
  );
  for (const method of ["srs", "systematic-pps/hash"]) {
    const plan = `{"county":"411722","method":"${method}","strata":{"G":400,"T":400},"version":1}`;
    const input = { frame: lines.join(""), plan, beacons: ["dice:1"], shares: [hexToBytes("42".repeat(32))] };
    const { wall, cpu } = await measure([], async () => draw(input));
    say({
      what: `draw of ${households} households, ${method}`,
      value: wall,
      unit: "s",
      bound: 1,
      beside: { "cpu s": cpu },
    });
  }
}

/** With SHA-256 by Node, as the command line does it. */
export async function logOfAMillion(say: (finding: Finding) => void): Promise<void> {
  const text = new TextEncoder();
  const list = Array.from({ length: entries }, (_, at) => text.encode(`entry ${at}: ${at * 7919}`));
  const root = await measure([], async () => rootOfEntries(nodeSha256, list));
  say({
    what: `root of ${entries} entries`,
    value: root.wall,
    unit: "s",
    bound: 5,
    beside: { "cpu s": root.cpu },
  });
  const built = await measure([], async () => treeOfEntries(nodeSha256, list));
  say({
    what: "the same kept as a tree",
    value: built.wall,
    unit: "s",
    bound: 5,
    beside: { "cpu s": built.cpu },
  });
  const times = Array.from({ length: proofs }, (_, at) => {
    const start = performance.now();
    // A size that is no power of two: the roots of its right edge are computed for each proof.
    proveInclusion(built.result, at * 997, entries - 17);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const [median = 0, most = 0] = [times[Math.floor(proofs / 2)], times[Math.floor(proofs * 0.99)]];
  say({
    what: "a proof in it, 99 of 100",
    value: most,
    unit: "ms",
    bound: 5,
    beside: { "median ms": median },
  });
}
