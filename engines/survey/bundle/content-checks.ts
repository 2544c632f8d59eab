/** Every part of a bundle against what it follows from. */
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { publicRandomness } from "../draw/beacon.ts";
import type { Json } from "../draw/canonical-json.ts";
import { type Draw, draw } from "../draw/draw.ts";
import { readFrame } from "../draw/frame.ts";
import { type Plan, planHash, readPlan } from "../draw/plan.ts";
import { publishedDraw } from "../draw/published-draw.ts";
import { type BundleParts, commitmentOf, publishedList } from "./bundle.ts";
import { type Check, attempted, compared, guarded, notShown, passed } from "./check.ts";
import { isObject } from "./difference.ts";
import { householdChecks, householdSizes } from "./household-checks.ts";
import { checkInterviews } from "./interview.ts";
import { nothingPersonal } from "./personal.ts";
import { resultChecks } from "./result-checks.ts";
import { checkLog } from "./verify-log.ts";

export type Published = { readonly [key: string]: Json | undefined };

/** @param trusted keys of the log and its witnesses that the reader has from elsewhere */
export function contentChecks(
  bundle: Published,
  parts: BundleParts,
  trusted: readonly string[] | undefined,
): Check[] {
  const checks: Check[] = [];
  attempted(checks, "frame.form", "frame.lines", () => readFrame(parts.frame));
  checks.push(listCheck("frame.hashes", "frame", parts.frame, bundle));
  const plan = attempted(checks, "plan.form", "plan.text", () => readPlan(parts.plan));
  const ofPlan = { text: parts.plan, hash: bytesToHex(planHash(parts.plan)) };
  checks.push(compared("plan.hash", "plan", ofPlan, bundle["plan"]));
  const shares = parts.shares.map(({ holder, share }) => ({
    holder,
    share,
    commitment: commitmentOf(share),
  }));
  checks.push(compared("shares.commitments", "shares", shares, bundle["shares"]));
  checks.push(plannedCheck(plan, parts), ...randomnessChecks(bundle, parts, plan?.beacons ?? []));
  if (parts.households !== undefined) {
    checks.push(...householdChecks(parts.households));
    checks.push(listCheck("households.hashes", "households", parts.households, bundle));
  }
  checks.push(nothingPersonal(parts));
  const drawn = attempted(checks, "draw.possible", "plan.text", () =>
    draw({ ...parts, shares: parts.shares.map(({ share }) => hexToBytes(share)) }),
  );
  return drawn ? [...checks, ...checksAfterDraw(bundle, parts, drawn, trusted)] : checks;
}

function checksAfterDraw(
  bundle: Published,
  parts: BundleParts,
  drawn: Draw,
  trusted: readonly string[] | undefined,
): Check[] {
  return [
    ...(drawn.second ? [householdSizes(drawn, drawn.second)] : []),
    ...drawChecks(bundle, drawn),
    ...(parts.interviews ? checkInterviews(drawn, parts.interviews) : []),
    ...resultChecks(parts, drawn),
    // Without a log nothing here shows that the plan stood before the randomness: that is said, not left out.
    ...(parts.log
      ? checkLog(parts.log, parts, drawn, trusted)
      : [notShown("log.checkpoints", { place: "log" })]),
  ];
}

/** A list without lines, or with line ends that none can have, has no root: the check of its form has said so. */
function listCheck(
  id: "frame.hashes" | "households.hashes",
  place: "frame" | "households",
  text: string,
  bundle: Published,
): Check {
  return guarded(id, place, () =>
    compared(id, place, text === "" ? undefined : publishedList(text), bundle[place]),
  );
}

/** Sources that nobody named beforehand can be chosen once their values are known: open, for nothing shows either. */
function plannedCheck(plan: Plan | undefined, { beacons }: BundleParts): Check {
  if (plan && plan.beacons.length > 0) return passed("beacon.planned");
  const expected = '"beacons":["drand:657413"]';
  return notShown("beacon.planned", { place: "plan.text", expected, found: `– (${beacons.length})` });
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
