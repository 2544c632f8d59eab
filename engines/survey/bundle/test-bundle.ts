/** A small bundle with all its parts, for tests: 12 villages, two stages, every household visited, a log with two witnesses. */
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../draw/canonical-json.ts";
import { type Draw, draw } from "../draw/draw.ts";
import { drandTimeOf } from "../draw/drand.ts";
import { type Bundle, type BundleParts, digestOf, makeBundle } from "./bundle.ts";
import type { Interview } from "./interview.ts";
import { type LogStep, logSteps } from "./log-proofs.ts";
import { logStatement } from "./log-statement.ts";
import { type ResultQuestion, publishedResults } from "./results.ts";
import { type TestWitness, testLog, testWitnesses } from "./test-log.ts";

export const drandBeacon =
  "drand:657413:b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b";

const ownQuestions: ResultQuestion[] = [
  { measure: "proportion", of: "satisfied", value: true, group: "T", interval: "kg-capped", level: 0.95 },
  { measure: "mean", of: "persons", group: null, interval: "t", level: 0.95 },
];

const villages = Array.from({ length: 12 }, (_, at) => ({
  id: `v${String(at + 1).padStart(2, "0")}`,
  stratum: at % 2 ? "N" : "P",
  households: Array.from({ length: 4 + (at % 3) }, (__, one) => one + 1),
}));

/** What a forger changes before everything that follows is made from it again: digest, log, signatures. */
export interface Changes {
  beacon?: string;
  /** When the witnesses cosigned the steps before the randomness, in seconds since 1970. */
  seenAt?: number;
  /** Fields of the plan; undefined takes one away. */
  plan?: Record<string, unknown>;
  holders?: string[];
  households?: (lines: string[]) => string[];
  questions?: ResultQuestion[];
  visits?: (interviews: Interview[], drawn: Draw) => Interview[];
  /** In the order of the log; a text is an entry of its own. */
  steps?: readonly (LogStep | { entry: string })[];
  witnesses?: TestWitness[];
  hasLog?: boolean;
}

/** A consistent bundle: everything in it follows from the parts, as an honest or a dishonest office would publish it. */
export function testBundle(changes: Changes = {}): Bundle {
  const parts = partsOf(changes);
  const drawn = draw({ ...parts, shares: parts.shares.map(({ share }) => hexToBytes(share)) });
  const visited = drawn.second?.households.map(({ household, order }): Interview => ({
    id: household.id,
    state: "interviewed",
    answers: { persons: household.persons ?? 0, satisfied: order === 1, attitude: "calm" },
  }));
  const interviews = changes.visits ? changes.visits(visited ?? [], drawn) : visited;
  const results = publishedResults(drawn, interviews ?? [], changes.questions ?? ownQuestions);
  const complete = { ...parts, interviews, results };
  if (changes.hasLog === false) return makeBundle(complete);
  const statements = statementsOf(complete, drawn, changes.steps);
  const { witnesses = testWitnesses, seenAt = drandTimeOf(657413) - 7200 } = changes;
  return makeBundle({ ...complete, log: testLog(statements, { seenAt, witnesses }) });
}

/** What a log holds of an assessment, in its order. */
export function statementsOf(
  parts: BundleParts,
  drawn: Draw,
  steps: NonNullable<Changes["steps"]> = logSteps,
): { step?: LogStep; entry: string }[] {
  return steps.flatMap((step) => {
    if (typeof step !== "string") return [step];
    const entry = logStatement(step, parts, drawn);
    return entry === undefined ? [] : [{ step, entry }];
  });
}

function partsOf({
  beacon = "ssq:2026130:03,07,11,19,25,31+08",
  plan = {},
  holders = ["office-1", "office-2", "office-4"],
  households = (lines) => lines,
  questions = ownQuestions,
}: Changes): BundleParts {
  const source = beacon.split(":").slice(0, 2).join(":");
  const fields = {
    county: "411722",
    method: "systematic-pps/hash",
    stage1: { N: 2, P: 1 },
    stage2: { T: 2 },
    beacons: [source],
    questions: digestOf(questions),
    version: 1,
    ...plan,
  };
  const listed = villages.flatMap(({ id, households: own }) =>
    own.map((at) => `${id}-${at}\t${id}\tT\t${at}`),
  );
  return {
    frame: villages.map(({ id, stratum, households: own }) => `${id}\t${stratum}\t${own.length}\n`).join(""),
    plan: canonicalJson(JSON.parse(JSON.stringify(fields))),
    beacons: [beacon],
    shares: [1, 2, 4].map((byte, at) => ({
      holder: holders[at] ?? "",
      share: bytesToHex(new Uint8Array(32).fill(byte)),
    })),
    households: households(listed)
      .map((line) => `${line}\n`)
      .join(""),
  };
}
