/** The bundle of the invented county: 19,900 households, 691 drawn and interviewed, results, a log with two witnesses. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { hexToBytes } from "@noble/hashes/utils.js";
import { type Bundle, makeBundle } from "../../engines/survey/bundle/bundle.ts";
import type { Interview } from "../../engines/survey/bundle/interview.ts";
import { type ResultQuestion, publishedResults } from "../../engines/survey/bundle/results.ts";
import { drandBeacon, statementsOf } from "../../engines/survey/bundle/test-bundle.ts";
import { testLog, testWitnesses } from "../../engines/survey/bundle/test-log.ts";
import { type Draw, draw } from "../../engines/survey/draw/draw.ts";
import { drandTimeOf } from "../../engines/survey/draw/drand.ts";

const folder = join(import.meta.dirname, "../../engines/survey/vectors");
const rowsOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
const households = rowsOf(
  gunzipSync(readFileSync(join(folder, "synth_county_households.csv.gz"))).toString(),
);

const questions: ResultQuestion[] = [
  { measure: "ratio", of: "wrongPersons", over: "persons", group: "T", interval: "t", level: 0.95 },
  { measure: "ratio", of: "missedPersons", over: "persons", group: "G", interval: "t", level: 0.95 },
  { measure: "proportion", of: "satisfied", value: true, group: null, interval: "kg-capped", level: 0.95 },
];

export function countyBundle(): Bundle {
  const inputs = JSON.parse(readFileSync(join(folder, "draw_vectors.json"), "utf8")).inputs.synth_county;
  const shares = sharesOf(inputs.secret_hex);
  const parts = {
    frame: rowsOf(readFileSync(join(folder, "synth_county_villages.csv"), "utf8"))
      .map((row) => `${row.join("\t")}\n`)
      .join(""),
    plan: inputs.plan,
    beacons: [drandBeacon],
    shares,
    households: households
      .map(([id, village, , group, persons]) => `${id}\t${village}\t${group}\t${persons}\n`)
      .sort()
      .join(""),
  };
  const drawn = draw({ ...parts, shares: shares.map(({ share }) => hexToBytes(share)) });
  const interviews = interviewsOf(drawn);
  const complete = { ...parts, interviews, results: publishedResults(drawn, interviews, questions) };
  const seen = { seenAt: drandTimeOf(657413) - 7200, witnesses: testWitnesses };
  return makeBundle({ ...complete, log: testLog(statementsOf(complete, drawn), seen) });
}

/** Three shares whose exclusive or is the secret of the reference draw. */
function sharesOf(secret: string): { holder: string; share: string }[] {
  const [a, b] = ["5a".repeat(32), "c3".repeat(32)];
  const rest = [...hexToBytes(secret)]
    .map((byte) => (byte ^ 0x5a ^ 0xc3).toString(16).padStart(2, "0"))
    .join("");
  return [
    { holder: "考核办", share: a },
    { holder: "外省核查组", share: b },
    { holder: "纪检监察", share: rest },
  ];
}

/** What would have been found at each drawn household. */
function interviewsOf({ second }: Draw): Interview[] {
  const found = new Map(households.map((row) => [row[0], row]));
  return (second?.households ?? []).map(({ household: { id } }) => {
    const [, , , , persons = 0, wrong = 0, missed = 0, satisfied] = (found.get(id) ?? []).map(Number);
    return {
      id,
      state: "interviewed",
      answers: {
        persons,
        wrongPersons: persons * wrong,
        missedPersons: persons * missed,
        satisfied: satisfied === 1,
      },
    };
  });
}
