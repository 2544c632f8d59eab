/** Reads the parts of a bundle that nothing else follows from, out of a file that anybody may have written. */
import type { Json } from "../draw/canonical-json.ts";
import { intervalKinds } from "../estimate/estimate-interval.ts";
import { type BundleParts, bundleFormat } from "./bundle.ts";
import { isList, isObject, shown } from "./difference.ts";
import { type Interview, interviewStates } from "./interview.ts";
import { type LogProofs, logSteps } from "./log-proofs.ts";
import type { PublishedResult } from "./results.ts";

/** Something in the file is not what the format says. */
export class ShapeError extends Error {
  readonly difference: { place: string; expected: string; found: string };

  constructor(place: string, expected: string, found: Json | undefined) {
    super(`${place}: ${expected}`);
    this.name = "ShapeError";
    this.difference = { place, expected, found: shown(found) };
  }
}

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
    interviews: interviews === undefined ? undefined : listAt(interviews, "interviews", interviewAt),
    results: results === undefined ? undefined : listAt(results, "results", resultAt),
    log: log === undefined ? undefined : logAt(log, "log"),
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

function interviewAt(value: Json, place: string): Interview {
  const { id, state, answers, ...more } = objectAt(value, place);
  refuseMore(more, place);
  return {
    id: textAt(id, `${place}.id`),
    state: oneOf(interviewStates, state, `${place}.state`),
    // From entries: a question may be called anything, `__proto__` too.
    answers: Object.fromEntries(
      Object.entries(objectAt(answers, `${place}.answers`)).map(([question, answer]) => [
        question,
        answerAt(answer, `${place}.answers.${question}`),
      ]),
    ),
  };
}

function answerAt(value: Json | undefined, place: string): Interview["answers"][string] {
  if (value !== undefined && (value === null || typeof value !== "object")) return value;
  throw new ShapeError(place, "…", value);
}

function resultAt(value: Json, place: string): PublishedResult {
  const { measure, of, over, value: code, group, interval, level, ...numbers } = objectAt(value, place);
  const { estimate, se, low, high, df, rows, ...more } = numbers;
  refuseMore(more, place);
  if (code !== undefined && (code === null || typeof code === "object")) {
    throw new ShapeError(`${place}.value`, "…", code);
  }
  return {
    measure: oneOf(["mean", "total", "ratio", "proportion"], measure, `${place}.measure`),
    of: textAt(of, `${place}.of`),
    ...(over !== undefined && { over: textAt(over, `${place}.over`) }),
    ...(code !== undefined && { value: code }),
    group: group === null ? null : textAt(group, `${place}.group`),
    interval: oneOf(intervalKinds, interval, `${place}.interval`),
    level: numberAt(level, `${place}.level`),
    estimate: numberOrNullAt(estimate, `${place}.estimate`),
    se: numberOrNullAt(se, `${place}.se`),
    low: numberOrNullAt(low, `${place}.low`),
    high: numberOrNullAt(high, `${place}.high`),
    df: countAt(df, `${place}.df`),
    rows: countAt(rows, `${place}.rows`),
  };
}

function logAt(value: Json, place: string): LogProofs {
  const { key, witnesses, quorum, checkpoints, entries, ...more } = objectAt(value, place);
  refuseMore(more, place);
  return {
    key: textAt(key, `${place}.key`),
    witnesses: listAt(witnesses, `${place}.witnesses`, textAt),
    quorum: countAt(quorum, `${place}.quorum`),
    checkpoints: listAt(checkpoints, `${place}.checkpoints`, checkpointAt),
    entries: listAt(entries, `${place}.entries`, entryAt),
  };
}

function checkpointAt(value: Json, place: string): LogProofs["checkpoints"][number] {
  const { note, growth, ...more } = objectAt(value, place);
  refuseMore(more, place);
  return { note: textAt(note, `${place}.note`), growth: listAt(growth, `${place}.growth`, hexAt) };
}

function entryAt(value: Json, place: string): LogProofs["entries"][number] {
  const { step, entry, index, checkpoint, proof, ...more } = objectAt(value, place);
  refuseMore(more, place);
  return {
    step: oneOf(logSteps, step, `${place}.step`),
    entry: textAt(entry, `${place}.entry`),
    index: countAt(index, `${place}.index`),
    checkpoint: countAt(checkpoint, `${place}.checkpoint`),
    proof: listAt(proof, `${place}.proof`, hexAt),
  };
}

function objectAt(value: Json | undefined, place: string): { readonly [key: string]: Json | undefined } {
  if (isObject(value)) return value;
  throw new ShapeError(place, "{…}", value);
}

function listAt<Item>(
  value: Json | undefined,
  place: string,
  read: (item: Json, place: string) => Item,
): Item[] {
  if (!isList(value)) throw new ShapeError(place, "[…]", value);
  return value.map((item, at) => read(item, `${place}[${at}]`));
}

function textAt(value: Json | undefined, place: string): string {
  if (typeof value === "string") return value;
  throw new ShapeError(place, "“…”", value);
}

function hexAt(value: Json | undefined, place: string): string {
  const text = textAt(value, place);
  if (/^([0-9a-f]{2})+$/.test(text)) return text;
  throw new ShapeError(place, "0-9 a-f", value);
}

function countAt(value: Json | undefined, place: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new ShapeError(place, "0, 1, 2, …", value);
}

function numberAt(value: Json | undefined, place: string): number {
  if (typeof value === "number") return value;
  throw new ShapeError(place, "1.5", value);
}

function numberOrNullAt(value: Json | undefined, place: string): number | null {
  return value === null ? null : numberAt(value, place);
}

function oneOf<const Name extends string>(
  names: readonly Name[],
  value: Json | undefined,
  place: string,
): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw new ShapeError(place, names.join(" | "), value);
}

function refuseMore(more: { [key: string]: Json | undefined }, place: string): void {
  const [key] = Object.keys(more);
  if (key !== undefined) throw new ShapeError(`${place}.${key}`, "–", more[key]);
}
