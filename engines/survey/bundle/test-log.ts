/** The log of a test bundle: its entries, two checkpoints, and what proves each entry. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { formatCheckpoint } from "../../tlog/checkpoint.ts";
import { proveConsistency } from "../../tlog/consistency.ts";
import { cosign } from "../../tlog/cosignature.ts";
import { ed25519Key, ed25519Signer } from "../../tlog/ed25519.ts";
import { proveInclusion } from "../../tlog/inclusion.ts";
import { type VerifierKey, formatKey } from "../../tlog/key.ts";
import { formatNote, signText } from "../../tlog/note.ts";
import { type Tree, rootAt, treeOfEntries } from "../../tlog/tree.ts";
import type { LogProofs, LogStep } from "./log-proofs.ts";

export interface TestWitness {
  secret: Uint8Array;
  key: VerifierKey;
  /** As the bundle names the key. */
  written: string;
}

/** @param byte the secret key is made of; 11 is the log's own */
export function testWitness(byte: number, name: string, of: "witness" | "log" = "witness"): TestWitness {
  const secret = new Uint8Array(32).fill(byte);
  const key = ed25519Key(name, secret, of);
  return { secret, key, written: formatKey(key) };
}

const logSecret = new Uint8Array(32).fill(11);
const logKey = ed25519Key("jingzhun.example/assessment", logSecret, "log");
export const testWitnesses = [testWitness(12, "witness-0.example"), testWitness(13, "witness-1.example")];

interface Cosigned {
  /** Seconds since 1970 of the first checkpoint; the second is a day later. */
  seenAt: number;
  witnesses: readonly TestWitness[];
}

/** @param statements in the order of the log; of those without a step the bundle says nothing */
export function testLog(
  statements: readonly { step?: LogStep; entry: string }[],
  { seenAt, witnesses }: Cosigned,
): LogProofs {
  const tree = treeOfEntries(
    sha256,
    statements.map(({ entry }) => utf8ToBytes(entry)),
  );
  const sizes = [statements.findIndex(({ step }) => step === "beacon"), tree.size];
  return {
    key: formatKey(logKey),
    witnesses: witnesses.map(({ written }) => written),
    quorum: witnesses.length,
    checkpoints: sizes.map((size, at) => ({
      note: cosignedNote(tree, size, { seenAt: seenAt + at * 86_400, witnesses }),
      growth: at === 0 ? [] : proveConsistency(tree, sizes[at - 1] ?? 0, size).map(bytesToHex),
    })),
    entries: statements.flatMap(({ step, entry }, index) => {
      const checkpoint = index < (sizes[0] ?? 0) ? 0 : 1;
      const proof = proveInclusion(tree, index, sizes[checkpoint]).map(bytesToHex);
      return step === undefined ? [] : [{ step, entry, index, checkpoint, proof }];
    }),
  };
}

function cosignedNote(tree: Tree, size: number, { seenAt, witnesses }: Cosigned): string {
  const text = formatCheckpoint({ origin: logKey.name, size, root: rootAt(tree, size), extensions: [] });
  const cosignatures = witnesses.map(({ key, secret }) => cosign(text, seenAt, key, ed25519Signer(secret)));
  return formatNote({
    text,
    signatures: [signText(text, logKey, ed25519Signer(logSecret)), ...cosignatures],
  });
}
