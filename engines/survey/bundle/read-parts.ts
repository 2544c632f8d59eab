/** Reads the parts of a bundle that nothing else follows from, out of a file that anybody may have written. */
import type { Json } from "../draw/canonical-json.ts";
import { type BundleParts, bundleFormat } from "./bundle.ts";
import { readInterviews, readLogProofs, readResults } from "./read-findings.ts";
import { ShapeError, hexAt, listAt, objectAt, refuseMore, textAt } from "./shape.ts";

const required = ["format", "frame", "plan", "shares", "beacons", "randomness", "draw", "digest"];
const optional = ["households", "interviews", "results", "log"];

/** @throws ShapeError at the first place that is not as docs/bundle.md says */
export function readParts(bundle: Json): BundleParts {
  const fields = objectAt(bundle, "bundle");
  const missing = required.find((key) => fields[key] === undefined);
  if (missing !== undefined) throw new ShapeError(missing, "…", undefined);
  const unknown = Object.keys(fields).find((key) => !required.includes(key) && !optional.includes(key));
  if (unknown !== undefined) throw new ShapeError(unknown, "–", fields[unknown]);
  if (fields["format"] !== bundleFormat) throw new ShapeError("format", bundleFormat, fields["format"]);
  const { households, interviews, results, log } = fields;
  return {
    frame: listText(fields["frame"], "frame"),
    plan: textAt(objectAt(fields["plan"], "plan")["text"], "plan.text"),
    beacons: listAt(fields["beacons"], "beacons", textAt),
    shares: listAt(fields["shares"], "shares", shareAt),
    households: households === undefined ? undefined : listText(households, "households"),
    interviews: interviews === undefined ? undefined : readInterviews(interviews),
    results: results === undefined ? undefined : readResults(results),
    log: log === undefined ? undefined : readLogProofs(log),
  };
}

/** The file that a published list was. */
function listText(value: Json | undefined, place: string): string {
  const lines = listAt(objectAt(value, place)["lines"], `${place}.lines`, (line, at) => {
    const text = textAt(line, at);
    if (text.includes("\n")) throw new ShapeError(at, "…", text);
    return text;
  });
  return lines.map((line) => `${line}\n`).join("");
}

function shareAt(value: Json, place: string): BundleParts["shares"][number] {
  const { holder, commitment, share, ...more } = objectAt(value, place);
  refuseMore(more, place);
  textAt(commitment, `${place}.commitment`);
  return { holder: textAt(holder, `${place}.holder`), share: hexAt(share, `${place}.share`) };
}
