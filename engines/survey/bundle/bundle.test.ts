import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Bundle, digestOf, writeBundle } from "./bundle.ts";
import { explainChecks } from "./checks-in-words.ts";
import { checkInterviews } from "./interview.ts";
import { drandBeacon, testBundle } from "./test-bundle.ts";
import { verifyBundle } from "./verify-bundle.ts";

const bundle = testBundle();
const text = writeBundle(bundle);

/** The bundle changed by somebody who also brings its digest up to date. */
function forged(change: (bundle: Bundle) => void, from: Bundle = bundle): string {
  const copy = structuredClone(from);
  change(copy);
  const { digest: _, ...rest } = copy;
  // What has no canonical form is written as JSON writes it.
  const isWellFormed = !/\\ud[89a-f]/.test(JSON.stringify(rest));
  return isWellFormed ? writeBundle({ ...rest, digest: digestOf(rest) }) : `${JSON.stringify(copy)}\n`;
}

const redOf = (written: string) => verifyBundle(written).filter(({ ok }) => ok === false);

test("a good bundle is green in every line; what nothing can compute is said", () => {
  const checks = verifyBundle(text);
  expect(checks.filter(({ ok }) => ok !== true).map(({ id, ok }) => [id, ok])).toEqual([["log.time", null]]);
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});

test("the list in words says what green proves and what it cannot, or where the first red line is", () => {
  const green = explainChecks(verifyBundle(text));
  expect([green.zh, green.en]).toEqual([
    expect.stringContaining("另有1项要靠人核对"),
    expect.stringContaining("does not show that nobody chose the sample"),
  ]);
  const red = explainChecks(verifyBundle(forged((b) => (b.draw.seed = "00"))));
  expect([red.zh, red.en]).toEqual([
    expect.stringContaining("第一处在 draw.seed"),
    expect.stringContaining("1 of "),
  ]);
});

test("of a part that changed the part is named before the digest", () => {
  const red = redOf(text.replace("\\tP\\t4", "\\tP\\t5"));
  expect([red[0]?.place, red.at(-1)?.place]).toEqual(["frame.fileHash", "digest"]);
});

test("a drand round whose signature holds, with witnesses an hour before it, is green", () => {
  expect(verifyBundle(writeBundle(testBundle({ beacon: drandBeacon }))).every(({ ok }) => ok)).toBe(true);
});

test("witnesses that saw the plan only after the round are red", () => {
  const late = testBundle({ beacon: drandBeacon, seenAt: 1_900_000_000 });
  expect(redOf(writeBundle(late)).map(({ id }) => id)).toEqual(["log.time"]);
});

test("one changed byte anywhere is red, and its place is named", { timeout: 120_000 }, () => {
  for (let at = 0; at < text.length; at += 11) {
    const other = text[at] === "7" ? "8" : "7";
    const red = redOf(text.slice(0, at) + other + text.slice(at + 1));
    expect(red.length, `byte ${at}`).toBeGreaterThan(0);
    for (const { place, zh, en } of red) expect([place, zh, en].every(Boolean)).toBe(true);
  }
});

test.each<[part: string, first: string, place: string, change: (bundle: Bundle) => void]>([
  ["a size in the frame", "frame.hashes", "frame.fileHash", (b) => (b.frame.lines[3] = "v04\tN\t14")],
  ["two lines of the frame", "frame.form", "frame.lines", (b) => b.frame.lines.reverse()],
  ["the root", "frame.hashes", "frame.root", (b) => (b.frame.root = "00".repeat(32))],
  ["the plan", "plan.hash", "plan.hash", (b) => (b.plan.text = b.plan.text.replace('"T":2', '"T":1'))],
  ["a share", "shares.commitments", "shares[1].commitment", (b) => (b.shares[1]!.share = "05".repeat(32))],
  [
    "the holder of a share",
    "log.statements",
    "log.entries[2].entry",
    (b) => (b.shares[1]!.holder = "office-9"),
  ],
  [
    "the lottery",
    "beacon.randomness",
    "randomness",
    (b) => (b.beacons[0] = "ssq:2026130:03,07,11,19,25,31+09"),
  ],
  ["the source of the randomness", "beacon.randomness", "beacons", (b) => (b.beacons[0] = "ssq:2026131:03")],
  ["the seed", "draw.seed", "draw.seed", (b) => (b.draw.seed = "00".repeat(32))],
  ["a drawn village", "draw.selected", "draw.selected[0].id", (b) => (b.draw.selected[0]!.id = "v99")],
  ["a probability", "draw.selected", "draw.selected[1].pi", (b) => (b.draw.selected[1]!.pi = "1/2")],
  ["a weight", "draw.households", "draw.households[2].weight", (b) => (b.draw.households![2]!.weight = 2)],
  [
    "the order of reserves",
    "draw.householdReserves",
    "draw.householdReserves[0].id",
    (b) => b.draw.householdReserves!.reverse(),
  ],
  [
    "persons of a household",
    "households.hashes",
    "households.fileHash",
    (b) => (b.households!.lines[0] = "v01-1\tv01\tT\t9"),
  ],
  [
    "an interview at another house",
    "interviews.drawn",
    "interviews[0].id",
    (b) => (b.interviews![0]!.id = "v01-9"),
  ],
  [
    "an interview twice",
    "interviews.drawn",
    "interviews[1].id",
    (b) => (b.interviews![1]!.id = b.interviews![0]!.id),
  ],
  ["an interview left out", "interviews.complete", "interviews", (b) => b.interviews!.pop()],
  [
    "a phone in an answer",
    "interviews.personal",
    "interviews[0].answers",
    (b) => (b.interviews![0]!.answers["note"] = "13812345678"),
  ],
  [
    "an answer",
    "log.statements",
    "log.entries[6].entry",
    (b) => (b.interviews![0]!.answers["attitude"] = "sharp"),
  ],
  [
    "an answer that a result rests on",
    "results.computed",
    "results[0].estimate",
    (b) => (b.interviews![0]!.answers["satisfied"] = false),
  ],
  [
    "what a result is of",
    "results.computed",
    "results[1].estimate",
    (b) => (b.results![1]!.of = "satisfied"),
  ],
  [
    "a result without its level",
    "file.parts",
    "results[0].level",
    (b) => Reflect.deleteProperty(b.results![0]!, "level"),
  ],
  ["a result", "results.computed", "results[0].estimate", (b) => (b.results![0]!.estimate = 0.9)],
  [
    "the note of a checkpoint",
    "log.checkpoints",
    "log.checkpoints[0].note",
    (b) => (b.log!.checkpoints[0]!.note = b.log!.checkpoints[0]!.note.replace("\n4\n", "\n5\n")),
  ],
  ["fewer witnesses", "log.witnesses", "log.checkpoints[0].note", (b) => b.log!.witnesses.pop()],
  ["no quorum", "log.witnesses", "log.quorum", (b) => (b.log!.quorum = 0)],
  [
    "the same witness twice",
    "log.witnesses",
    "log.witnesses[1]",
    (b) => (b.log!.witnesses[1] = b.log!.witnesses[0]!),
  ],
  [
    "a proof of growth",
    "log.growth",
    "log.checkpoints[1].growth",
    (b) => b.log!.checkpoints[1]!.growth.pop(),
  ],
  ["a proof of an entry", "log.inclusion", "log.entries[4]", (b) => b.log!.entries[4]!.proof.pop()],
  [
    "the commitments left out of the log",
    "log.statements",
    "log.entries",
    (b) => b.log!.entries.splice(2, 1),
  ],
  ["a part that the format does not know", "file.parts", "more", (b) => Object.assign(b, { more: 1 })],
  ["a part that is missing", "file.parts", "plan", (b) => Reflect.deleteProperty(b, "plan")],
  [
    "a field of an interview",
    "file.parts",
    "interviews[0].name",
    (b) => Object.assign(b.interviews![0]!, { name: "…" }),
  ],
  [
    "a state of no such kind",
    "file.parts",
    "interviews[0].state",
    (b) => Object.assign(b.interviews![0]!, { state: "fine" }),
  ],
])("%s changed and the digest brought up to date: %s is red at %s", (_, first, place, change) => {
  const [red] = redOf(forged(change));
  expect([red?.id, red?.place]).toEqual([first, place]);
});

test.each([
  ["a space", (written: string) => written.replace('{"beacons"', '{ "beacons"')],
  ["a key said twice", (written: string) => written.replace('{"beacons"', '{"beacons":[],"beacons"')],
  ["no line feed at the end", (written: string) => written.trimEnd()],
])("%s is another file, though the same JSON", (_, change) => {
  expect(redOf(change(text)).map(({ id }) => id)).toEqual(["file.form"]);
});

/** Every place in a document, as the keys that lead to it. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner).map((more) => [key, ...more])),
  ];
}

test("any value in any place is a red line and never an error", { timeout: 120_000 }, () => {
  const places = fc.constantFrom(...placesIn(bundle).filter((place) => place.length > 0));
  const values = fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0.5,
    1e300,
    "",
    "x",
    "00",
    "__proto__",
    [],
    ["a"],
    {},
    [[]],
    "\r",
    "a\r",
    "\uFEFF",
    "\uFEFFa\tN\t1",
    "\ud800",
    ["\ud800"],
    { "\udc00": "\ud800" },
    JSON.parse('{"__proto__":{}}'),
  );
  fc.assert(
    fc.property(places, values, (place, value) => {
      const changed = forged((b) => {
        const parent = place.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key), b);
        Reflect.set(parent, place.at(-1) ?? "", value);
      });
      fc.pre(changed !== text);
      expect(redOf(changed).length).toBeGreaterThan(0);
    }),
    { numRuns: 250 },
  );
});

test.each(["", "nothing", "[]", "null"])("what is no bundle at all is one red line (%#)", (written) => {
  expect(verifyBundle(written).map(({ id, ok }) => [id, ok])).toEqual([["file.json", false]]);
});

test("a bundle without the parts that come later is green", () => {
  const early = forged((b) => {
    for (const part of ["interviews", "results", "log"]) Reflect.deleteProperty(b, part);
  });
  const open = verifyBundle(early).filter(({ ok }) => ok !== true);
  // Green, and it is said that no log shows when the plan was made.
  expect(open.map(({ id, ok }) => [id, ok])).toEqual([["log.checkpoints", null]]);
});

test("reserves are opened one for one that was absent or had moved, in their order", () => {
  const unit = (id: string) => ({ id, stratum: "N", size: 1 });
  const draw = {
    selected: ["a", "b"].map((id) => ({ unit: unit(id), probability: null })),
    reserves: ["c", "d", "e"].map(unit),
    second: undefined,
  };
  const visit = (states: Record<string, "interviewed" | "absent" | "not-found">) =>
    checkInterviews(
      // Only the sample matters here.
      draw as unknown as Parameters<typeof checkInterviews>[0],
      Object.entries(states).map(([id, state]) => ({ id, state, answers: {} })),
    )[0]?.ok;
  expect(visit({ a: "absent", b: "interviewed", c: "interviewed" })).toBe(true);
  expect(visit({ a: "absent", b: "interviewed", c: "absent", d: "interviewed" })).toBe(true);
  expect(visit({ a: "absent", b: "interviewed", d: "interviewed" })).toBe(false);
  expect(visit({ a: "interviewed", b: "interviewed", c: "interviewed" })).toBe(false);
  expect(visit({ a: "not-found", b: "interviewed", c: "interviewed" })).toBe(false);
  expect(visit({ a: "absent", b: "interviewed", c: "interviewed", d: "interviewed" })).toBe(false);
});

test("the published JSON Schema takes what we write and nothing beside it", () => {
  const file = join(import.meta.dirname, "../../../docs/bundle.schema.json");
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(file, "utf8")));
  const isTaken = (change: (bundle: Bundle) => void) => {
    const copy = structuredClone(bundle);
    change(copy);
    return schema.safeParse(copy).success;
  };
  expect(isTaken(() => undefined)).toBe(true);
  expect(isTaken((b) => Reflect.deleteProperty(b, "log"))).toBe(true);
  expect(isTaken((b) => Reflect.deleteProperty(b, "plan"))).toBe(false);
  expect(isTaken((b) => Object.assign(b, { more: 1 }))).toBe(false);
  expect(isTaken((b) => (b.draw.selected[0]!.pi = "0.5"))).toBe(false);
  expect(isTaken((b) => Object.assign(b.interviews![0]!, { state: "fine" }))).toBe(false);
});
