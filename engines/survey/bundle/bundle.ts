/**
 * The bundle: one JSON file with everything that a stranger needs to draw the sample again and to follow it to the results.
 * It is published after fieldwork, since it reveals the shares. Canonical JSON (RFC 8785) and a line feed; format in
 * docs/bundle.md.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Json, canonicalJson } from "../draw/canonical-json.ts";
import { draw } from "../draw/draw.ts";
import { listFileHash, listRoot, splitLines } from "../draw/list-lines.ts";
import { type PublishedDraw, publishedDraw } from "../draw/published-draw.ts";
import { shareCommitment } from "../draw/seed.ts";
import type { Interview } from "./interview.ts";
import type { LogProofs } from "./log-proofs.ts";
import type { PublishedResult } from "./results.ts";

export const bundleFormat = "jingzhun-bundle/1";

export type PublishedList = { lines: string[]; root: string; fileHash: string };

/** Everything that nothing else in the bundle follows from. */
export interface BundleParts {
  /** Files as they are. */
  frame: string;
  plan: string;
  households?: string | undefined;
  /** As given to `publicRandomness`. */
  beacons: string[];
  /** Who held a share (an office, no person), and the share in hex. */
  shares: { holder: string; share: string }[];
  interviews?: Interview[] | undefined;
  /** See `publishedResults`. */
  results?: PublishedResult[] | undefined;
  log?: LogProofs | undefined;
}

export type Bundle = {
  format: typeof bundleFormat;
  frame: PublishedList;
  plan: { text: string; hash: string };
  shares: { holder: string; commitment: string; share: string }[];
  beacons: string[];
  randomness: string;
  draw: PublishedDraw;
  households?: PublishedList;
  interviews?: Interview[];
  results?: PublishedResult[];
  log?: LogProofs;
  /** SHA-256 over the canonical form of all the rest. */
  digest: string;
};

/** @throws InputError where the parts cannot be drawn from */
export function makeBundle(parts: BundleParts): Bundle {
  const shares = parts.shares.map(({ share }) => hexToBytes(share));
  const drawn = draw({ ...parts, shares });
  const bundle = {
    format: bundleFormat,
    frame: publishedList(parts.frame),
    plan: { text: parts.plan, hash: bytesToHex(drawn.planHash) },
    shares: parts.shares.map(({ holder, share }) => ({ holder, share, commitment: commitmentOf(share) })),
    beacons: parts.beacons,
    randomness: bytesToHex(drawn.publicRandomness),
    draw: publishedDraw(drawn),
    ...(parts.households !== undefined && { households: publishedList(parts.households) }),
    ...(parts.interviews && { interviews: parts.interviews }),
    ...(parts.results && { results: parts.results }),
    ...(parts.log && { log: parts.log }),
  } satisfies Omit<Bundle, "digest">;
  return { ...bundle, digest: digestOf(bundle) };
}

/** The file. */
export function writeBundle(bundle: Bundle): string {
  return `${canonicalJson(bundle)}\n`;
}

export function publishedList(text: string): PublishedList {
  const lines = splitLines(text);
  return { lines, root: bytesToHex(listRoot(lines)), fileHash: bytesToHex(listFileHash(lines)) };
}

/** @param share 32 bytes in hex */
export function commitmentOf(share: string): string {
  return bytesToHex(shareCommitment(hexToBytes(share)));
}

/** SHA-256 of the canonical form, in hex: of a bundle without its digest, of interviews, of results. */
export function digestOf(value: Json): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
