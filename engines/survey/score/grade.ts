/** Grades that the interval of a score allows, and no better or worse. */
import type { Interval } from "../interval/interval.ts";
import { cutsWrong } from "./score-errors.ts";

/** 好, 较好, 一般, 较差. */
export const grades = ["good", "fairly-good", "average", "poor"] as const;
export type Grade = (typeof grades)[number];

export interface GradeCuts {
  /** The score from which on 好 is possible. */
  good: number;
  /** Between 较好 and 一般, by the score itself. */
  middle: number;
  /** The score below which 较差 is possible. */
  poor: number;
}

export interface Grading extends Interval {
  score: number;
  /** One-vote vetoes of the plan: `claimed` rules out 好, `proven` means 较差. */
  veto: "none" | "claimed" | "proven";
}

export interface Graded {
  grade: Grade;
  /** By the score itself, because the interval allows neither end: shown with ±. */
  isProvisional: boolean;
}

/**
 * 好 only where the lower limit reaches its cut and no veto was raised; 较差 only where the upper limit lies below its cut or a veto is
 * proven; in between by the score. No quota is filled.
 *
 * @throws InputError score.cuts-wrong unless poor ≤ middle ≤ good
 */
export function gradeOf({ score, low, high, veto }: Grading, cuts: GradeCuts): Graded {
  if (!(cuts.poor <= cuts.middle && cuts.middle <= cuts.good)) throw cutsWrong();
  if (veto === "proven" || high < cuts.poor) return { grade: "poor", isProvisional: false };
  if (veto === "none" && low >= cuts.good) return { grade: "good", isProvisional: false };
  return { grade: score >= cuts.middle ? "fairly-good" : "average", isProvisional: true };
}
