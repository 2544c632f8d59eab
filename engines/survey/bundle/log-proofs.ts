/**
 * What a bundle shows of a log: the steps of the assessment as entries, each proven in a checkpoint that the log signed and
 * witnesses cosigned. The keys stand in the bundle; a reader compares them with those that were published elsewhere.
 */

/** In the order in which they are meant; households may also be listed after the beacon, which `log.households` says. */
export const logSteps = [
  "freeze",
  "plan",
  "commit",
  "households",
  "beacon",
  "reveal",
  "interviews",
  "results",
] as const;
export type LogStep = (typeof logSteps)[number];

export type LogProofs = {
  /** Verifier keys, as name+id+base64. */
  key: string;
  witnesses: string[];
  /** How many of the witnesses must have cosigned a checkpoint. */
  quorum: number;
  /** Signed notes, the smallest first; `growth` is the proof that it begins with the one before (hex; of the first: none). */
  checkpoints: { note: string; growth: string[] }[];
  entries: {
    step: LogStep;
    /** The entry itself: what `logStatement` gives. */
    entry: string;
    index: number;
    /** Which of the checkpoints the proof leads to, from 0. */
    checkpoint: number;
    proof: string[];
  }[];
};
