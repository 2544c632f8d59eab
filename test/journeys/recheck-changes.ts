/** What a dishonest hand might change in a bundle. */
import type { Bundle } from "../../engines/survey/bundle/bundle.ts";

/** In each a part changed, the line that must be red first, and its place. */
export const changes: [part: string, id: string, place: string, change: (bundle: Bundle) => void][] = [
  ["a line of the frame", "frame.hashes", "frame.fileHash", (b) => (b.frame.lines[3] = "v04\tN\t14")],
  ["the plan", "plan.hash", "plan.hash", (b) => (b.plan.text = b.plan.text.replace('"T":2', '"T":1'))],
  [
    "the beacon",
    "beacon.randomness",
    "randomness",
    (b) => (b.beacons[0] = "ssq:2026130:03,07,11,19,25,31+09"),
  ],
  [
    "a share",
    "shares.commitments",
    "shares[1].commitment",
    (b) => (b.shares[1]!.share = `03${"02".repeat(31)}`),
  ],
  [
    "a commitment",
    "shares.commitments",
    "shares[0].commitment",
    (b) => (b.shares[0]!.commitment = "00".repeat(32)),
  ],
  ["a row of the sample", "draw.selected", "draw.selected[1].pi", (b) => (b.draw.selected[1]!.pi = "1/2")],
  [
    "an interview",
    "results.computed",
    "results[0].estimate",
    (b) => (b.interviews![0]!.answers["satisfied"] = false),
  ],
  ["a result", "results.computed", "results[1].high", (b) => (b.results![1]!.high = 9)],
  ["a log entry", "log.statements", "log.entries[1].entry", (b) => (b.log!.entries[1]!.entry += " ")],
  [
    "a signature",
    "log.checkpoints",
    "log.checkpoints[0].note",
    (b) => (b.log!.checkpoints[0]!.note = withOtherSignature(b.log!.checkpoints[0]!.note)),
  ],
  ["a proof", "log.inclusion", "log.entries[4]", (b) => (b.log!.entries[4]!.proof[0] = "00".repeat(32))],
];

/** One letter inside the log's own signature. */
function withOtherSignature(note: string): string {
  const at = note.indexOf("assessment ") + 30;
  return note.slice(0, at) + (note[at] === "A" ? "B" : "A") + note.slice(at + 1);
}
