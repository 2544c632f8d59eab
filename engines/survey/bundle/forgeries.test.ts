/** Bundles that a forger rebuilt with care: digest, log and signatures agree with one another. Each is red or open at a line. */
import { expect, test } from "vitest";
import { digestOf, writeBundle } from "./bundle.ts";
import { type Check, verdictOf } from "./check.ts";
import { explainChecks } from "./checks-in-words.ts";
import { firstDifference } from "./difference.ts";
import type { Interview } from "./interview.ts";
import { type LogStep, logSteps } from "./log-proofs.ts";
import { type Changes, drandBeacon, testBundle } from "./test-bundle.ts";
import { testWitness } from "./test-log.ts";
import { verifyBundle } from "./verify-bundle.ts";

const rebuilt = (changes: Changes) =>
  verifyBundle(writeBundle(testBundle({ beacon: drandBeacon, ...changes })));
const notGreen = (checks: Check[]) => checks.filter(({ ok }) => ok !== true).map(({ id, ok }) => [id, ok]);

test("the honest bundle is green in every line, and only then it is said that nobody chose", () => {
  const checks = rebuilt({});
  expect([notGreen(checks), verdictOf(checks)]).toEqual([[], true]);
  expect(explainChecks(checks).en).toContain("nobody chose it");
});

const witness = testWitness(12, "witness-0.example");
const sameKey = testWitness(12, "other-name.example");
const logAsWitness = testWitness(11, "witness-1.example");
const ofLogType = testWitness(13, "witness-1.example", "log");
const otherPlan = { entry: '{"county":"411722","planHash":"00","step":"plan"}' };
const householdsLast: LogStep[] = logSteps.filter((step) => step !== "households");
householdsLast.splice(householdsLast.indexOf("beacon") + 1, 0, "households");

test.each<[forgery: string, line: string, ok: false | null, changes: Changes]>([
  ["randomness that no plan named", "beacon.planned", null, { plan: { beacons: undefined } }],
  ["an empty list of sources", "beacon.planned", null, { plan: { beacons: [] } }],
  [
    "one witness, written twice with a space",
    "log.witnesses",
    false,
    { witnesses: [witness, { ...witness, written: `${witness.written} ` }] },
  ],
  ["one witness under two names", "log.witnesses", false, { witnesses: [witness, sameKey] }],
  ["the log as its own witness", "log.witnesses", false, { witnesses: [witness, logAsWitness] }],
  ["a witness with a key for logs", "log.witnesses", false, { witnesses: [witness, ofLogType] }],
  ["a second plan before ours", "log.plans", null, { steps: [otherPlan, ...logSteps] }],
  [
    "a second plan between ours and the randomness",
    "log.plans",
    null,
    { steps: ["freeze", "plan", otherPlan, ...logSteps.slice(2)] },
  ],
  ["household ids given after the seed", "log.households", null, { steps: householdsLast }],
  [
    "households left out of the list",
    "households.sizes",
    null,
    { households: (lines) => lines.filter((line) => !line.includes("-4\t")) },
  ],
  ["questions chosen after the data", "results.questions", null, { plan: { questions: undefined } }],
  ["other questions than planned", "results.questions", false, { plan: { questions: "00".repeat(32) } }],
  ["a phone as holder", "interviews.personal", false, { holders: ["138-1234-5678", "b", "c"] }],
])("%s: %s is %s", (_, line, ok, changes) => {
  const checks = rebuilt(changes);
  expect(notGreen(checks)).toContainEqual([line, ok]);
  expect(verdictOf(checks)).toBe(ok);
  const open = checks.find(({ id }) => id === line);
  if (ok === null) expect(explainChecks(checks).en).toContain(open?.en);
});

test("another source than the plan names is red", () => {
  const { digest: _, ...rest } = testBundle({ beacon: drandBeacon });
  const other = { ...rest, beacons: ["ssq:2026130:03,07,11,19,25,31+08"] };
  const checks = verifyBundle(writeBundle({ ...other, digest: digestOf(other) }));
  expect(notGreen(checks)).toContainEqual(["beacon.randomness", false]);
});

test.each<Changes>([
  { beacon: "ssq:2026130:03,07,11,19,25,31+08" },
  { hasLog: false },
  { steps: [otherPlan, ...logSteps] },
])("with a line of the log open nobody is told that the sample was not chosen (%#)", (changes) => {
  const checks = rebuilt(changes);
  expect(verdictOf(checks)).toBe(null);
  expect(explainChecks(checks).en).not.toMatch(/, nobody chose it/);
});

/** The first drawn household of a village absent, and what was done with the reserves of its village. */
const absent =
  (reserves: Interview["state"][], skip = 0): NonNullable<Changes["visits"]> =>
  (interviews, drawn) => {
    const [first] = interviews;
    const village = first?.id.split("-")[0];
    const own = drawn.second?.reserves.filter((reserve) => reserve.village === village) ?? [];
    return [
      ...interviews.map((one) =>
        one.id.startsWith(`${village}-`) ? { ...one, state: "absent" as const } : one,
      ),
      ...reserves.map((state, at) => ({
        id: own[at + skip]?.id ?? "",
        state,
        answers: { satisfied: true, persons: 1 },
      })),
    ];
  };

test("a reserve that is skipped is red; one that was thrown away, or never sought, is open", () => {
  const used = rebuilt({ visits: absent(["interviewed", "interviewed"]) });
  // Two of two were replaced: only bounds may be reported of that village.
  expect(notGreen(used)).toEqual([
    ["interviews.replaced", null],
    ["results.response", null],
  ]);
  expect(notGreen(rebuilt({ visits: absent(["interviewed"], 1) }))).toContainEqual([
    "interviews.drawn",
    false,
  ]);
  const thrownAway = rebuilt({ visits: absent(["interviewed"]) });
  expect(notGreen(thrownAway)).toContainEqual(["interviews.reserves", null]);
});

test.each<[what: string, change: (interview: Interview) => Interview]>([
  ["an id number with spaces in an answer", (one) => answering(one, "note", "411722 19900101 123X")],
  ["a phone with hyphens in an answer", (one) => answering(one, "note", "138-1234-5678")],
  ["a phone in digits of full width", (one) => answering(one, "note", "１３８１２３４５６７８")],
  ["a phone as the name of a question", (one) => answering(one, "138 1234 5678", 1)],
])("%s is red", (_, change) => {
  const checks = rebuilt({ visits: (interviews) => interviews.map(change) });
  expect(notGreen(checks)).toEqual([["interviews.personal", false]]);
});

function answering(one: Interview, question: string, answer: string | number): Interview {
  return { ...one, answers: { ...one.answers, [question]: answer } };
}

test("an id number as household id is red, a random id is not", () => {
  const withId = (id: string) =>
    rebuilt({ households: (lines) => lines.map((line) => line.replace("v01-1\t", `${id}\t`)).sort() });
  expect(notGreen(withId("411722199001011234"))).toContainEqual(["interviews.personal", false]);
  expect(notGreen(withId("a13812345678bcdef0123456789abcde"))).toEqual([]);
});

test("who was sought and did not answer is counted for each result", () => {
  const checks = rebuilt({
    visits: ([first, second, ...more]) => [
      ...(first ? [{ ...first, state: "refused" as const }] : []),
      ...(second ? [{ ...second, answers: { persons: 2 } }] : []),
      ...more,
    ],
  });
  expect(checks.find(({ id }) => id === "results.response")).toMatchObject({
    ok: null,
    found:
      "results[0]: sought 6, interviewed 5, answered 4, item missing 1; results[1]: sought 6, interviewed 5, answered 5, item missing 0",
  });
});

test("a key that every object inherits is a key like others", () => {
  const extra = JSON.parse('{"a":1,"__proto__":{}}');
  expect(firstDifference({ a: 1 }, extra, "x")?.place).toBe("x.__proto__");
});
