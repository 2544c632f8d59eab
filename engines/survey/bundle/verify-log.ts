/** Checks what a bundle shows of a log: signatures, witnesses, growth, the words of each entry, its place, and the time. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Checkpoint, readCheckpoint } from "../../tlog/checkpoint.ts";
import { checkConsistency } from "../../tlog/consistency.ts";
import { cosignedAt } from "../../tlog/cosignature.ts";
import { verifyEd25519 } from "../../tlog/ed25519.ts";
import { checkInclusion } from "../../tlog/inclusion.ts";
import { type VerifierKey, cosignature, logSignature, readKey } from "../../tlog/key.ts";
import { type SignedNote, readNote, verifyNote } from "../../tlog/note.ts";
import { readDrand } from "../draw/beacon.ts";
import type { Draw } from "../draw/draw.ts";
import { drandTimeOf } from "../draw/drand.ts";
import type { BundleParts } from "./bundle.ts";
import { type Check, attempted, failed, guarded, notShown, passed } from "./check.ts";
import { listCheck, otherPlans } from "./log-openings.ts";
import { type LogProofs, type LogStep, logSteps } from "./log-proofs.ts";
import { logStatement } from "./log-statement.ts";

/** What must stand in a cosigned checkpoint before the randomness exists. */
const before: readonly LogStep[] = ["freeze", "plan", "commit"];
/** Seconds between the last of those cosignatures and a drand round. */
const leastWait = 3600;

interface ReadLog {
  proofs: LogProofs;
  key: VerifierKey;
  witnesses: VerifierKey[];
  checkpoints: { note: SignedNote; checkpoint: Checkpoint; times: number[] }[];
}

/**
 * @param trusted keys that the reader has from elsewhere, as name+id+base64: only witnesses among them count then, and a
 *   further line says whether the log's key and a quorum of witnesses are among them
 */
export function checkLog(
  published: LogProofs,
  parts: BundleParts,
  draw: Draw,
  trusted?: readonly string[],
): Check[] {
  const checks: Check[] = [];
  const proofs = trusted ? onlyTrusted(published, trusted) : published;
  const log = attempted(checks, "log.checkpoints", "log", () => readLog(proofs));
  if (!log) return checks;
  return [
    signedCheck(log),
    ...(trusted ? [keysCheck(proofs, trusted)] : []),
    witnessCheck(log),
    growthCheck(log),
    guarded("log.statements", "log.entries", () => statementCheck(proofs, parts, draw)),
    inclusionCheck(log),
    orderCheck(proofs),
    otherPlans(proofs),
    ...(draw.second ? [listCheck(proofs)] : []),
    timeCheck(log, parts),
  ];
}

function onlyTrusted(proofs: LogProofs, trusted: readonly string[]): LogProofs {
  return { ...proofs, witnesses: proofs.witnesses.filter((key) => trusted.includes(key)) };
}

/** @param proofs with trusted witnesses only */
function keysCheck({ key, witnesses, quorum }: LogProofs, trusted: readonly string[]): Check {
  if (!trusted.includes(key)) {
    return failed("log.keys", { place: "log.key", expected: trusted.join(" | "), found: key });
  }
  if (witnesses.length >= quorum) return passed("log.keys");
  const [expected, found] = [`≥ ${quorum}`, String(witnesses.length)];
  return failed("log.keys", { place: "log.witnesses", expected, found });
}

function readLog(proofs: LogProofs): ReadLog {
  const witnesses = proofs.witnesses.map(readKey);
  const checkpoints = proofs.checkpoints.map(({ note: written }) => {
    const note = readNote(written);
    const times = witnesses.flatMap((witness) => cosignedAt(note, witness, verifyEd25519) ?? []);
    return { note, checkpoint: readCheckpoint(note.text), times: times.sort((a, b) => a - b) };
  });
  return { proofs, key: readKey(proofs.key), witnesses, checkpoints };
}

function signedCheck({ key, checkpoints }: ReadLog): Check {
  const wrong = checkpoints.findIndex(
    ({ note, checkpoint }) => checkpoint.origin !== key.name || !verifyNote(note, key, verifyEd25519),
  );
  if (wrong === -1 && checkpoints.length > 0 && key.type === logSignature) return passed("log.checkpoints");
  const place = `log.checkpoints[${Math.max(0, wrong)}].note`;
  return failed("log.checkpoints", { place, expected: key.name, found: "–" });
}

/** Who signs under two names, or as log and as witness, is one party. */
function witnessCheck({ proofs, key, witnesses, checkpoints }: ReadLog): Check {
  const { quorum } = proofs;
  const parties = [key, ...witnesses].map(({ publicKey }) => bytesToHex(publicKey));
  const again = parties.findIndex((party, at) => parties.indexOf(party) !== at);
  const other = witnesses.findIndex(({ type }) => type !== cosignature);
  const twice = Math.max(again - 1, other);
  if (twice >= 0) {
    const found = proofs.witnesses[twice] ?? "–";
    return failed("log.witnesses", { place: `log.witnesses[${twice}]`, expected: "–", found });
  }
  const isPossible = quorum >= 1;
  const wrong = checkpoints.findIndex(({ times }) => times.length < quorum);
  if (isPossible && wrong === -1) return passed("log.witnesses");
  const place = isPossible ? `log.checkpoints[${wrong}].note` : "log.quorum";
  const found = String(isPossible ? (checkpoints[wrong]?.times.length ?? 0) : quorum);
  return failed("log.witnesses", { place, expected: `≥ ${Math.max(1, quorum)}`, found });
}

function growthCheck({ proofs, checkpoints }: ReadLog): Check {
  const wrong = checkpoints.findIndex(({ checkpoint: { size, root } }, at) => {
    const proof = proofs.checkpoints[at]?.growth.map(hexToBytes) ?? [];
    const old = checkpoints[at - 1]?.checkpoint;
    if (!old) return proof.length > 0;
    return !checkConsistency(sha256, { oldSize: old.size, oldRoot: old.root, size, root, proof });
  });
  if (wrong === -1) return passed("log.growth");
  return failed("log.growth", { place: `log.checkpoints[${wrong}].growth`, expected: "–", found: "–" });
}

function statementCheck(proofs: LogProofs, parts: BundleParts, draw: Draw): Check {
  for (const [at, { step, entry }] of proofs.entries.entries()) {
    const expected = logStatement(step, parts, draw) ?? "–";
    if (entry === expected) continue;
    return failed("log.statements", { place: `log.entries[${at}].entry`, expected, found: entry });
  }
  const missing = logSteps.find(
    (step) =>
      !proofs.entries.some((entry) => entry.step === step) &&
      (before.includes(step) || logStatement(step, parts, draw) !== undefined),
  );
  if (missing === undefined) return passed("log.statements");
  return failed("log.statements", { place: "log.entries", expected: missing, found: "–" });
}

function inclusionCheck({ proofs, checkpoints }: ReadLog): Check {
  const wrong = proofs.entries.findIndex(({ entry, index, checkpoint: at, proof }) => {
    const checkpoint = checkpoints[at]?.checkpoint;
    if (!checkpoint) return true;
    const { size, root } = checkpoint;
    const claim = { root, size, index, entry: utf8ToBytes(entry), proof: proof.map(hexToBytes) };
    return !checkInclusion(sha256, claim);
  });
  if (wrong === -1) return passed("log.inclusion");
  const place = `log.entries[${wrong}]`;
  return failed("log.inclusion", { place, expected: "–", found: proofs.entries[wrong]?.step ?? "–" });
}

/** The steps follow one another in the log as they are meant; the household list may come before the randomness or after. */
function orderCheck({ entries }: LogProofs): Check {
  const inLog = [...entries].sort((a, b) => a.index - b.index).map(({ step }) => step);
  const isBehind = inLog.indexOf("households") > inLog.indexOf("beacon");
  const placeOf = (step: LogStep): number =>
    step === "households" && isBehind ? logSteps.indexOf("beacon") + 0.5 : logSteps.indexOf(step);
  const meant = [...inLog].sort((a, b) => placeOf(a) - placeOf(b));
  const wrong = inLog.findIndex((step, at) => step !== meant[at] || step === meant[at - 1]);
  if (wrong === -1) return passed("log.order");
  const [expected, found] = [meant.join(" < "), inLog.join(" < ")];
  return failed("log.order", { place: "log.entries", expected, found });
}

/** Only a drand round has a time that can be computed; of a lottery or dice the day stands in the plan for people to see. */
function timeCheck({ proofs, checkpoints }: ReadLog, parts: BundleParts): Check {
  const rounds = parts.beacons.flatMap((value) => readDrand(value)?.round ?? []);
  if (rounds.length === 0) return notShown("log.time", { place: "beacons" });
  const earliest = drandTimeOf(Math.min(...rounds)) - leastWait;
  const late = proofs.entries.findIndex(({ step, checkpoint }) => {
    const seen = checkpoints[checkpoint]?.times[Math.max(0, proofs.quorum - 1)];
    return before.includes(step) && (seen === undefined || seen > earliest);
  });
  if (late === -1) return passed("log.time");
  const seen = checkpoints[proofs.entries[late]?.checkpoint ?? 0]?.times[Math.max(0, proofs.quorum - 1)];
  return failed("log.time", {
    place: `log.entries[${late}]`,
    expected: `≤ ${earliest}`,
    found: String(seen ?? "–"),
  });
}
