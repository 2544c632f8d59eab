/** Reads what comes after the draw: interviews, questions and results, proofs of the log. In a bundle, or in files of their own. */
import type { Json } from "../draw/canonical-json.ts";
import { intervalKinds } from "../estimate/estimate-interval.ts";
import { type Interview, interviewStates } from "./interview.ts";
import { type LogProofs, logSteps } from "./log-proofs.ts";
import type { PublishedResult, ResultQuestion } from "./results.ts";
import {
  ShapeError,
  countAt,
  hexAt,
  listAt,
  numberAt,
  numberOrNullAt,
  objectAt,
  oneOf,
  refuseMore,
  textAt,
} from "./shape.ts";

/** @throws ShapeError */
export function readInterviews(value: Json): Interview[] {
  return listAt(value, "interviews", interviewAt);
}

/** @throws ShapeError */
export function readQuestions(value: Json): ResultQuestion[] {
  return listAt(value, "questions", (item, place) => {
    const { question, more } = questionAt(item, place);
    refuseMore(more, place);
    return question;
  });
}

/** @throws ShapeError */
export function readResults(value: Json): PublishedResult[] {
  return listAt(value, "results", resultAt);
}

/** @throws ShapeError */
export function readLogProofs(value: Json): LogProofs {
  const place = "log";
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

function questionAt(
  value: Json,
  place: string,
): { question: ResultQuestion; more: { [key: string]: Json | undefined } } {
  const { measure, of, over, value: code, group, interval, level, ...more } = objectAt(value, place);
  if (code !== undefined && (code === null || typeof code === "object")) {
    throw new ShapeError(`${place}.value`, "…", code);
  }
  const question: ResultQuestion = {
    measure: oneOf(["mean", "total", "ratio", "proportion"], measure, `${place}.measure`),
    of: textAt(of, `${place}.of`),
    ...(over !== undefined && { over: textAt(over, `${place}.over`) }),
    ...(code !== undefined && { value: code }),
    group: group === null ? null : textAt(group, `${place}.group`),
    interval: oneOf(intervalKinds, interval, `${place}.interval`),
    level: numberAt(level, `${place}.level`),
  };
  return { question, more };
}

function resultAt(value: Json, place: string): PublishedResult {
  const { question, more: numbers } = questionAt(value, place);
  const { estimate, se, low, high, df, rows, ...more } = numbers;
  refuseMore(more, place);
  return {
    ...question,
    estimate: numberOrNullAt(estimate, `${place}.estimate`),
    se: numberOrNullAt(se, `${place}.se`),
    low: numberOrNullAt(low, `${place}.low`),
    high: numberOrNullAt(high, `${place}.high`),
    df: countAt(df, `${place}.df`),
    rows: countAt(rows, `${place}.rows`),
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
