/**
 * The plan of a draw: a JSON file that is fixed and hashed before the randomness is known. Its hash is over the bytes as
 * published; plans that we write are canonical JSON (RFC 8785). What is not named here may stand in it and is hashed with it.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { InputError } from "../../input-error.ts";
import { isName } from "./list-lines.ts";
import { nearKey } from "./near-key.ts";
import { repeatedKey } from "./repeated-key.ts";

export const methods = [
  "systematic-pps",
  "systematic-pps/hash",
  "sequential-poisson",
  "pareto",
  "srs",
] as const;
export type Method = (typeof methods)[number];

export interface Plan {
  county: string;
  /** Of the only stage, or of the first. */
  method: Method;
  /** How many units of each stratum, by the bytes of its name. */
  strata: [stratum: string, count: number][];
  /** Of two stages: how many households of each group in a drawn village, all where there are fewer. */
  groups: [group: string, count: number][] | undefined;
  /** Names of the sources of randomness in their order; empty when the plan names none and one is given. */
  beacons: string[];
  /** SHA-256 in hex over the canonical JSON of the questions that results will answer; undefined where none are bound. */
  questions: string | undefined;
}

const planKeys = ["county", "method", "strata", "stage1", "stage2", "beacons", "questions", "version"];

/** SHA-256 over the bytes of the file. */
export function planHash(text: string): Uint8Array {
  return sha256(utf8ToBytes(text));
}

/**
 * Keys that mean nothing here may stand in a plan, unless they are near to one that does (`beacon`): that is a slip.
 * @throws InputError draw.plan, naming the part that is wrong
 */
export function readPlan(text: string): Plan {
  const fields = readObject(text);
  const slip = repeatedKey(text) ?? Object.keys(fields).find((key) => nearKey(key, planKeys));
  if (slip !== undefined) throw badPlan(slip);
  const { county, version, beacons = [], questions } = fields;
  const method = methods.find((one) => one === fields["method"]);
  if (version !== 1) throw badPlan("version");
  if (typeof county !== "string" || !isName(county)) throw badPlan("county");
  if (!method) throw badPlan("method");
  if (!isListOfNames(beacons)) throw badPlan("beacons");
  if (questions !== undefined && !isHash(questions)) throw badPlan("questions");
  const shared = { county, method, beacons, questions };
  if (fields["stage1"] === undefined && fields["stage2"] === undefined) {
    return { ...shared, strata: readCounts(fields["strata"], "strata"), groups: undefined };
  }
  if (fields["strata"] !== undefined) throw badPlan("strata");
  return {
    ...shared,
    strata: readCounts(fields["stage1"], "stage1"),
    groups: readCounts(fields["stage2"], "stage2"),
  };
}

function readObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw badPlan("{ … }");
}

function readCounts(value: unknown, name: string): [string, number][] {
  if (!isObject(value)) throw badPlan(name);
  const counts = Object.entries(value).map(([key, count]): [string, number] => {
    if (!isName(key) || typeof count !== "number" || !Number.isSafeInteger(count) || count < 0) {
      throw badPlan(`${name}.${key}`);
    }
    return [key, count];
  });
  if (counts.length === 0) throw badPlan(name);
  return counts.sort(([a], [b]) => (a < b ? -1 : 1));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

/** As `drand:657413` or `ssq:2026130`: a source and its exact round or number, so never without a digit; each once. */
function isListOfNames(value: unknown): value is string[] {
  if (!Array.isArray(value) || new Set(value).size !== value.length) return false;
  return value.every(
    (name) => typeof name === "string" && /^[0-9a-z-]+:(?=.*[0-9])[0-9A-Za-z._-]+$/.test(name),
  );
}

function badPlan(part: string): InputError {
  return new InputError("draw.plan", {
    zh: `抽样方案的 ${part} 不对。方案是 JSON：{"county","method","strata":{层:个数},"version":1}，两阶段用 "stage1" 和 "stage2" 代替 "strata"；方法有 ${methods.join("、")}；个数是非负整数。`,
    en: `The plan's ${part} is wrong. A plan is JSON: {"county","method","strata":{NAME:n},"version":1}, with "stage1" and "stage2" for "strata" where there are two stages; methods are ${methods.join(", ")}; n is a whole number from 0.`,
  });
}
