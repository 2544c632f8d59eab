/** A small bundle with all its parts, for tests: 12 villages, two stages, every household visited, a log with two witnesses. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { formatCheckpoint } from "../../tlog/checkpoint.ts";
import { proveConsistency } from "../../tlog/consistency.ts";
import { cosign } from "../../tlog/cosignature.ts";
import { ed25519Key, ed25519Signer } from "../../tlog/ed25519.ts";
import { proveInclusion } from "../../tlog/inclusion.ts";
import { formatKey } from "../../tlog/key.ts";
import { formatNote, signText } from "../../tlog/note.ts";
import { type Tree, rootAt, treeOfEntries } from "../../tlog/tree.ts";
import { canonicalJson } from "../draw/canonical-json.ts";
import { draw } from "../draw/draw.ts";
import { drandTimeOf } from "../draw/drand.ts";
import { type Bundle, type BundleParts, makeBundle } from "./bundle.ts";
import type { Interview } from "./interview.ts";
import { type LogProofs, logSteps } from "./log-proofs.ts";
import { logStatement } from "./log-statement.ts";
import { type ResultQuestion, publishedResults } from "./results.ts";

export const drandBeacon =
  "drand:657413:b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b";

const questions: ResultQuestion[] = [
  { measure: "proportion", of: "satisfied", value: true, group: "T", interval: "kg-capped", level: 0.95 },
  { measure: "mean", of: "persons", group: null, interval: "t", level: 0.95 },
];

const villages = Array.from({ length: 12 }, (_, at) => `v${String(at + 1).padStart(2, "0")}`);

/** @param seenAt when the witnesses cosigned the steps before the randomness, in seconds since 1970 */
export function testBundle({
  beacon = "ssq:2026130:03,07,11,19,25,31+08",
  seenAt = drandTimeOf(657413) - 7200,
} = {}): Bundle {
  const source = beacon.split(":").slice(0, 2).join(":");
  const parts: BundleParts = {
    frame: villages.map((id, at) => `${id}\t${at % 2 ? "N" : "P"}\t${10 + at}\n`).join(""),
    plan: canonicalJson({
      county: "411722",
      method: "systematic-pps/hash",
      stage1: { N: 2, P: 1 },
      stage2: { T: 2 },
      beacons: [source],
      version: 1,
    }),
    beacons: [beacon],
    shares: [1, 2, 4].map((byte) => ({
      holder: `office-${byte}`,
      share: bytesToHex(new Uint8Array(32).fill(byte)),
    })),
    households: villages.flatMap((id) => [1, 2, 3, 4].map((at) => `${id}-${at}\t${id}\tT\t${at}\n`)).join(""),
  };
  const drawn = draw({ ...parts, shares: parts.shares.map(({ share }) => hexToBytes(share)) });
  const interviews = drawn.second?.households.map(({ household, order }): Interview => ({
    id: household.id,
    state: "interviewed",
    answers: { persons: household.persons ?? 0, satisfied: order === 1, attitude: "calm" },
  }));
  const results = interviews && publishedResults(drawn, interviews, questions);
  const complete = { ...parts, interviews, results };
  const statements = logSteps.flatMap((step) => {
    const entry = logStatement(step, complete, drawn);
    return entry === undefined ? [] : [{ step, entry }];
  });
  return makeBundle({ ...complete, log: testLog(statements, seenAt) });
}

const logSecret = new Uint8Array(32).fill(11);
const witnessSecrets = [12, 13].map((byte) => new Uint8Array(32).fill(byte));
const logKey = ed25519Key("jingzhun.example/assessment", logSecret, "log");
const witnessKeys = witnessSecrets.map((secret, at) =>
  ed25519Key(`witness-${at}.example`, secret, "witness"),
);

function testLog(
  statements: Pick<LogProofs["entries"][number], "step" | "entry">[],
  seenAt: number,
): LogProofs {
  const tree = treeOfEntries(
    sha256,
    statements.map(({ entry }) => utf8ToBytes(entry)),
  );
  const sizes = [3, tree.size];
  return {
    key: formatKey(logKey),
    witnesses: witnessKeys.map(formatKey),
    quorum: 2,
    checkpoints: sizes.map((size, at) => ({
      note: cosignedNote(tree, size, seenAt + at * 86_400),
      growth: at === 0 ? [] : proveConsistency(tree, sizes[at - 1] ?? 0, size).map(bytesToHex),
    })),
    entries: statements.map(({ step, entry }, index) => {
      const checkpoint = index < 3 ? 0 : 1;
      const proof = proveInclusion(tree, index, sizes[checkpoint]).map(bytesToHex);
      return { step, entry, index, checkpoint, proof };
    }),
  };
}

function cosignedNote(tree: Tree, size: number, time: number): string {
  const text = formatCheckpoint({ origin: logKey.name, size, root: rootAt(tree, size), extensions: [] });
  const cosignatures = witnessKeys.map((key, at) =>
    cosign(text, time, key, ed25519Signer(witnessSecrets[at] ?? new Uint8Array(32))),
  );
  return formatNote({
    text,
    signatures: [signText(text, logKey, ed25519Signer(logSecret)), ...cosignatures],
  });
}
