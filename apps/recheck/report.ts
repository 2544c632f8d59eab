/** What the page shows of a bundle: plain data, as the worker hands it over. */
import type { Check } from "../../engines/survey/bundle/check.ts";
import type { PublishedResult } from "../../engines/survey/bundle/results.ts";
import type { SeedStep } from "../../engines/survey/draw/seed-steps.ts";
import type { Words } from "../../engines/survey/interval/interval-words.ts";

/** Parts that a bundle may leave out. */
export const optionalParts = ["households", "interviews", "results", "log"] as const;
export type OptionalPart = (typeof optionalParts)[number];

export interface Report {
  /** False for a file that does not even say that it is a bundle. */
  isBundle: boolean;
  checks: Check[];
  /** What the list of checks means. */
  summary: Words;
  leftOut: OptionalPart[];
  /** Over everything in the bundle, where it is what the bundle says. */
  digest: string | null;
  /** Null where nothing can be drawn from the file. */
  evidence: Evidence | null;
}

/** Everything here was computed again, not copied from the bundle, unless it says so. */
export interface Evidence {
  sample: Words;
  county: string;
  method: string;
  hasTwoStages: boolean;
  strata: { stratum: string; units: number; size: number; drawn: number }[];
  shares: { holder: string; share: string; commitment: string }[];
  seed: SeedStep[];
  units: UnitRow[];
  reserves: number;
  households: HouseholdRow[] | null;
  interviews: { state: string; count: number }[] | null;
  results: ResultRow[] | null;
  log: LogRows | null;
}

/** `isSame`: the bundle says the same in this place. */
export interface UnitRow {
  id: string;
  stratum: string;
  size: number;
  /** Not reduced; null where the method has no exact probability. */
  pi: string | null;
  /** The same as a share 0..1. */
  chance: number | null;
  isSame: boolean;
}

export interface HouseholdRow {
  id: string;
  village: string;
  group: string;
  order: number;
  /** Within the village. */
  pi: string;
  weight: number | null;
  isSame: boolean;
}

export interface ResultRow {
  computed: PublishedResult;
  published: PublishedResult;
  isSame: boolean;
  explanation: Words;
}

export interface LogRows {
  /** Times in seconds since 1970, of the witnesses whose signatures hold. */
  checkpoints: { size: number; root: string; seen: { witness: string; time: number }[] }[];
  entries: { step: string; index: number; entry: string }[];
  keys: string[];
}

/** From the page to the worker: a file as bytes, or what was pasted. */
export type Given = ({ bytes: ArrayBuffer } | { text: string }) & {
  /** Verifier keys that the reader has from elsewhere; none is no statement. */
  trusted: string[];
};

/** From the worker to the page. */
export type Answer =
  | { kind: "step"; step: "reading" | "checking" | "drawing" }
  | { kind: "report"; report: Report }
  | { kind: "refused"; reason: Words };
