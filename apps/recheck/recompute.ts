/** The whole work of the page, without the page: a text in, a report out. */
import { InputError } from "../../engines/input-error.ts";
import { type BundleParts, bundleFormat, commitmentOf } from "../../engines/survey/bundle/bundle.ts";
import { explainChecks } from "../../engines/survey/bundle/checks-in-words.ts";
import { isObject } from "../../engines/survey/bundle/difference.ts";
import { readParts } from "../../engines/survey/bundle/read-parts.ts";
import { verifyBundle } from "../../engines/survey/bundle/verify-bundle.ts";
import type { Json } from "../../engines/survey/draw/canonical-json.ts";
import { type Draw, draw } from "../../engines/survey/draw/draw.ts";
import { explainDraw } from "../../engines/survey/draw/draw-words.ts";
import { unitsByStratum } from "../../engines/survey/draw/frame.ts";
import { seedSteps } from "../../engines/survey/draw/seed-steps.ts";
import { interviewRows, logRows, resultRows } from "./findings.ts";
import { hexBytes } from "./hex-bytes.ts";
import { type Evidence, type Report, optionalParts } from "./report.ts";
import { householdRows, unitRows } from "./sample-rows.ts";

type Published = { readonly [key: string]: Json | undefined };

/**
 * @param trusted keys that the reader has from elsewhere; none is no statement
 * @param onStep before each part of the work that may take long
 * @throws InputError tlog.key for a trusted key that is none
 */
export function recompute(
  text: string,
  trusted: readonly string[],
  onStep: (step: "checking" | "drawing") => void,
): Report {
  onStep("checking");
  const checks = verifyBundle(text, trusted.length > 0 ? trusted : undefined);
  onStep("drawing");
  const bundle = published(text);
  return {
    isBundle: bundle["format"] === bundleFormat,
    checks,
    summary: explainChecks(checks),
    leftOut: optionalParts.filter((part) => bundle[part] === undefined),
    digest: checks.some(({ id, ok }) => id === "file.digest" && ok) ? String(bundle["digest"]) : null,
    evidence: evidenceOf(bundle),
  };
}

/** Empty where the text is no JSON object. */
function published(text: string): Published {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function evidenceOf(bundle: Published): Evidence | null {
  try {
    const parts = readParts(bundle);
    const drawn = draw({ ...parts, shares: parts.shares.map(({ share }) => hexBytes(share)) });
    return shownOf(bundle, parts, drawn);
  } catch (error) {
    // The checks have said why.
    if (error instanceof InputError) return null;
    throw error;
  }
}

function shownOf(bundle: Published, parts: BundleParts, drawn: Draw): Evidence {
  const { draw: own } = bundle;
  const publishedDraw = isObject(own) ? own : {};
  return {
    sample: explainDraw(drawn),
    county: drawn.plan.county,
    method: drawn.plan.method,
    hasTwoStages: drawn.plan.groups !== undefined,
    strata: strataOf(drawn),
    shares: parts.shares.map(({ holder, share }) => ({ holder, share, commitment: commitmentOf(share) })),
    seed: seedSteps(
      drawn,
      parts.shares.map(({ share }) => share),
      parts.beacons,
    ),
    units: unitRows(drawn, publishedDraw["selected"]),
    reserves: drawn.reserves.length + (drawn.second?.reserves.length ?? 0),
    households: householdRows(drawn, publishedDraw["households"]),
    interviews: parts.interviews ? interviewRows(parts.interviews) : null,
    results: parts.results ? resultRows(drawn, parts.interviews ?? [], parts.results) : null,
    log: parts.log ? logRows(parts.log) : null,
  };
}

function strataOf({ frame, selected }: Draw): Evidence["strata"] {
  return [...unitsByStratum(frame)].map(([stratum, units]) => ({
    stratum,
    units: units.length,
    size: units.reduce((sum, unit) => sum + unit.size, 0),
    drawn: selected.filter(({ unit }) => unit.stratum === stratum).length,
  }));
}
