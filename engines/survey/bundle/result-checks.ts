/** Published results against the interviews, and whether what they ask was bound before the data. */
import type { Draw } from "../draw/draw.ts";
import { type BundleParts, digestOf } from "./bundle.ts";
import { type Check, attempted, compared, failed, guarded, notShown, passed } from "./check.ts";
import { responseCheck } from "./response-check.ts";
import { type PublishedResult, publishedResults, questionOf } from "./results.ts";

/** Relative: estimators use functions whose last digit differs between browsers. */
export const resultTolerance = 1e-9;

export function resultChecks({ results, interviews = [] }: BundleParts, drawn: Draw): Check[] {
  if (!results) return [];
  const bound = guarded("results.questions", "results", () => questionsCheck(results, drawn));
  const checks: Check[] = [];
  const computed = attempted(checks, "results.computed", "results", () =>
    publishedResults(drawn, interviews, results),
  );
  if (!computed) return [...checks, bound];
  return [
    compared("results.computed", "results", computed, results, resultTolerance),
    bound,
    responseCheck(computed, interviews, drawn),
  ];
}

/** Whoever picks questions after the data are seen can find one that comes out well. */
function questionsCheck(results: readonly PublishedResult[], { plan }: Draw): Check {
  const asked = digestOf(results.map(questionOf));
  if (plan.questions === asked) return passed("results.questions");
  const place = "plan.text";
  if (plan.questions === undefined) return notShown("results.questions", { place, expected: asked });
  return failed("results.questions", { place, expected: plan.questions, found: asked });
}
