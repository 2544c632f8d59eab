/**
 * Computes everything in a published bundle again. A pure function for the command line and for a page in a stranger's
 * browser: each line says what was checked, whether it came out, and of a difference the first place.
 */
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { readKey } from "../../tlog/key.ts";
import { publicRandomness } from "../draw/beacon.ts";
import { type Json, canonicalJson } from "../draw/canonical-json.ts";
import { type Draw, draw } from "../draw/draw.ts";
import { readFrame } from "../draw/frame.ts";
import { readHouseholdList } from "../draw/household-list.ts";
import { planHash, readPlan } from "../draw/plan.ts";
import { publishedDraw } from "../draw/published-draw.ts";
import { type BundleParts, commitmentOf, digestOf, publishedList } from "./bundle.ts";
import { type Check, attempted, compared, failed, notComputed, passed } from "./check.ts";
import { isObject, shown } from "./difference.ts";
import { checkInterviews } from "./interview.ts";
import { readParts } from "./read-parts.ts";
import { publishedResults } from "./results.ts";
import { ShapeError } from "./shape.ts";
import { checkLog } from "./verify-log.ts";

/** Relative: estimators use functions whose last digit differs between browsers. */
export const resultTolerance = 1e-9;

/**
 * @param text of the file; anything else than a bundle is a failed check too, never an error
 * @param trusted verifier keys of the log and its witnesses that the reader has from elsewhere, see `readKey`
 * @throws InputError tlog.key for a trusted key that is none
 */
export function verifyBundle(text: string, trusted?: readonly string[]): Check[] {
  trusted?.forEach(readKey);
  const bundle = parsed(text);
  if (!isObject(bundle)) {
    return [failed("file.json", { place: "bundle", expected: "{…}", found: shown(text) })];
  }
  const ofFile = [passed("file.json"), formCheck(text, bundle)];
  // The digest last: of a changed part it only says that something changed.
  return [...ofFile, ...partChecks(bundle, trusted), digestCheck(bundle)];
}

function partChecks(bundle: Published, trusted: readonly string[] | undefined): Check[] {
  try {
    const parts = readParts(bundle);
    return [passed("file.parts"), ...contentChecks(bundle, parts, trusted)];
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return [failed("file.parts", error.difference)];
  }
}

/** Undefined where the text is no JSON. */
function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Spaces, the order of keys, a repeated key: what JSON does not see is seen here. */
function formCheck(text: string, bundle: Json): Check {
  const expected = `${canonicalForm(bundle)}\n`;
  if (text === expected) return passed("file.form");
  let at = 0;
  while (at < expected.length && expected[at] === text[at]) at += 1;
  const around = (from: string): string => JSON.stringify(from.slice(Math.max(0, at - 20), at + 20));
  return failed("file.form", {
    place: `character ${at + 1}`,
    expected: around(expected),
    found: around(text),
  });
}

/** Empty where the value has no canonical form. */
function canonicalForm(value: Json): string {
  try {
    return canonicalJson(value);
  } catch {
    return "";
  }
}

function digestCheck(bundle: { readonly [key: string]: Json | undefined }): Check {
  const { digest, ...rest } = bundle;
  return compared("file.digest", "digest", canonicalForm(rest) === "" ? "–" : digestOf(rest), digest);
}

type Published = { readonly [key: string]: Json | undefined };

function contentChecks(
  bundle: Published,
  parts: BundleParts,
  trusted: readonly string[] | undefined,
): Check[] {
  const checks: Check[] = [];
  attempted(checks, "frame.form", "frame.lines", () => readFrame(parts.frame));
  checks.push(compared("frame.hashes", "frame", publishedListOrNone(parts.frame), bundle["frame"]));
  const plan = attempted(checks, "plan.form", "plan.text", () => readPlan(parts.plan));
  const ofPlan = { text: parts.plan, hash: bytesToHex(planHash(parts.plan)) };
  checks.push(compared("plan.hash", "plan", ofPlan, bundle["plan"]));
  const shares = parts.shares.map(({ holder, share }) => ({
    holder,
    share,
    commitment: commitmentOf(share),
  }));
  checks.push(compared("shares.commitments", "shares", shares, bundle["shares"]));
  checks.push(...randomnessChecks(bundle, parts, plan?.beacons ?? []));
  if (parts.households !== undefined) checks.push(...householdChecks(bundle, parts.households));
  const drawn = attempted(checks, "draw.possible", "plan.text", () =>
    draw({ ...parts, shares: parts.shares.map(({ share }) => hexToBytes(share)) }),
  );
  if (!drawn) return checks;
  return [
    ...checks,
    ...drawChecks(bundle, drawn),
    ...(parts.interviews ? checkInterviews(drawn, parts.interviews) : []),
    ...resultChecks(parts, drawn),
    // Without a log nothing here shows that the plan stood before the randomness: that is said, not left out.
    ...(parts.log ? checkLog(parts.log, parts, drawn, trusted) : [notComputed("log.checkpoints", "log")]),
  ];
}

function randomnessChecks(bundle: Published, parts: BundleParts, planned: readonly string[]): Check[] {
  const checks: Check[] = [];
  const bytes = attempted(checks, "beacon.randomness", "beacons", () =>
    publicRandomness(planned, parts.beacons),
  );
  return bytes
    ? [compared("beacon.randomness", "randomness", bytesToHex(bytes), bundle["randomness"])]
    : checks;
}

function householdChecks(bundle: Published, households: string): Check[] {
  const checks: Check[] = [];
  attempted(checks, "households.form", "households.lines", () => readHouseholdList(households));
  const computed = publishedListOrNone(households);
  return [...checks, compared("households.hashes", "households", computed, bundle["households"])];
}

/** A list without lines has no root: the check of its form has said so. */
function publishedListOrNone(text: string): Json | undefined {
  return text === "" ? undefined : publishedList(text);
}

function drawChecks(bundle: Published, drawn: Draw): Check[] {
  const { selected, reserves, households, householdReserves, ...seeds } = publishedDraw(drawn);
  const published = isObject(bundle["draw"]) ? bundle["draw"] : {};
  const {
    selected: _,
    reserves: __,
    households: ___,
    householdReserves: ____,
    ...publishedSeeds
  } = published;
  const checks = [
    compared("draw.seed", "draw", seeds, publishedSeeds),
    compared("draw.selected", "draw.selected", selected, published["selected"]),
    compared("draw.reserves", "draw.reserves", reserves, published["reserves"]),
  ];
  if (!households && published["households"] === undefined && published["householdReserves"] === undefined) {
    return checks;
  }
  return [
    ...checks,
    compared("draw.households", "draw.households", households, published["households"]),
    compared(
      "draw.householdReserves",
      "draw.householdReserves",
      householdReserves,
      published["householdReserves"],
    ),
  ];
}

function resultChecks({ results, interviews = [] }: BundleParts, drawn: Draw): Check[] {
  if (!results) return [];
  const checks: Check[] = [];
  const computed = attempted(checks, "results.computed", "results", () =>
    publishedResults(drawn, interviews, results),
  );
  if (!computed) return checks;
  return [compared("results.computed", "results", computed, results, resultTolerance)];
}
