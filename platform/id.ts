/** Identifiers made by the app: UUIDv7, so that keys grow with time and indexes stay compact. */
import { v7 } from "uuid";
import { randomPiece } from "./random.ts";

let moment = -1;
let sequence = 0;

/** No id made at this moment or later is smaller: a time span is a range of ids. */
export function firstIdAt(moment: Date): string {
  const digits = Math.max(0, moment.getTime()).toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`;
}

/** Ids of one moment and process grow, too: the many rows of an import stand in order in their indexes. */
export function newId(now: Date): string {
  const msecs = now.getTime();
  // Starts in the lower half, so that it does not wrap around within a moment.
  sequence = msecs === moment ? sequence + 1 : randomPiece(4).readUInt32BE() >>> 1;
  moment = msecs;
  return v7({ msecs, seq: sequence, random: randomPiece(16) });
}
