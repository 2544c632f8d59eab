/** What a log says of each step of an assessment, word for word: who writes the log and who checks it use the same. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { type Json, canonicalJson } from "../draw/canonical-json.ts";
import type { Draw } from "../draw/draw.ts";
import { type BundleParts, commitmentOf, digestOf, publishedList } from "./bundle.ts";
import type { LogStep } from "./log-proofs.ts";

/** The entry of a step, in canonical JSON; undefined for a step of which the parts say nothing. */
export function logStatement(step: LogStep, parts: BundleParts, draw: Draw): string | undefined {
  const content = contentOf(step, parts, draw);
  return content && canonicalJson({ step, county: draw.plan.county, ...content });
}

function contentOf(
  step: LogStep,
  parts: BundleParts,
  draw: Draw,
): { [key: string]: Json | undefined } | undefined {
  switch (step) {
    case "freeze": {
      const { root, fileHash, lines } = publishedList(parts.frame);
      return { frameRoot: root, frameFileHash: fileHash, units: lines.length };
    }
    case "plan":
      return { planHash: bytesToHex(draw.planHash) };
    case "commit":
      return {
        commitments: parts.shares.map(({ holder, share }) => ({ holder, commitment: commitmentOf(share) })),
      };
    case "beacon":
      return { beacons: parts.beacons, randomness: bytesToHex(draw.publicRandomness) };
    case "households":
      return draw.second && { householdRoot: bytesToHex(draw.second.root) };
    case "reveal":
      return { shares: parts.shares.map(({ holder, share }) => ({ holder, share })) };
    case "interviews":
      return parts.interviews && { interviews: digestOf(parts.interviews) };
    case "results":
      return parts.results && { results: digestOf(parts.results) };
  }
}
