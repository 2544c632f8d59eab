import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { draw } from "./draw.ts";
import { readFrame } from "./frame.ts";
import { readHouseholdList } from "./household-list.ts";
import { methods, readPlan } from "./plan.ts";
import { combineShares } from "./seed.ts";

const refusal = (code: string) =>
  expect.objectContaining({ name: "InputError", code, zh: expect.stringMatching(/\p{Script=Han}/u) });

test.each([
  ["a byte-order mark", "\uFEFFa\tN\t1\n", "draw.bom"],
  ["CRLF", "a\tN\t1\r\n", "draw.line-end"],
  ["nothing", "", "draw.no-lines"],
  ["an empty line", "a\tN\t1\n\nb\tN\t1\n", "draw.frame-line"],
  ["ids out of order", "b\tN\t1\na\tN\t1\n", "draw.unsorted"],
  ["ids in the order of a dictionary, not of bytes", "a\tN\t1\nB\tN\t1\n", "draw.unsorted"],
  ["an id twice", "a\tN\t1\na\tP\t1\n", "draw.duplicate"],
  ["a space in an id", "a b\tN\t1\n", "draw.frame-line"],
  ["a Chinese stratum", "a\t山区\t1\n", "draw.frame-line"],
  ["two fields", "a\tN\n", "draw.frame-line"],
  ["four fields", "a\tN\t1\t2\n", "draw.frame-line"],
  ["a size that doubles cannot hold", "a\tN\t9007199254740992\n", "draw.frame-line"],
  ["a negative size", "a\tN\t-1\n", "draw.frame-line"],
  ["a fraction", "a\tN\t1.5\n", "draw.frame-line"],
  ["a leading zero", "a\tN\t01\n", "draw.frame-line"],
])("a frame with %s is refused", (_, text, code) => {
  expect(() => readFrame(text)).toThrow(refusal(code));
});

test.each([
  ["a group that is missing", "h1\tv1\n", "draw.household-line"],
  ["persons in some lines only", "h1\tv1\tT\t3\nh2\tv1\tT\n", "draw.household-line"],
  ["half a person", "h1\tv1\tT\t3.5\n", "draw.household-line"],
  ["an id twice", "h1\tv1\tT\nh1\tv1\tT\n", "draw.duplicate"],
])("a household list with %s is refused", (_, text, code) => {
  expect(() => readHouseholdList(text)).toThrow(refusal(code));
});

test.each([
  ["no JSON", "county: 1"],
  ["a list", "[]"],
  ["no county", '{"method":"srs","strata":{"N":1},"version":1}'],
  ["an unknown method", '{"county":"1","method":"lottery","strata":{"N":1},"version":1}'],
  ["another version", '{"county":"1","method":"srs","strata":{"N":1},"version":2}'],
  ["no strata", '{"county":"1","method":"srs","strata":{},"version":1}'],
  ["half a unit", '{"county":"1","method":"srs","strata":{"N":0.5},"version":1}'],
  [
    "one stage and two",
    '{"county":"1","method":"srs","strata":{"N":1},"stage1":{"N":1},"stage2":{"T":1},"version":1}',
  ],
  ["a second stage only", '{"county":"1","method":"srs","stage2":{"T":1},"version":1}'],
  [
    "a source without its round",
    '{"county":"1","method":"srs","strata":{"N":1},"beacons":["drand"],"version":1}',
  ],
  ["a misspelt key", '{"county":"1","method":"srs","strata":{"N":1},"beacon":["drand:1"],"version":1}'],
  ["a key in capitals", '{"county":"1","method":"srs","strata":{"N":1},"Beacons":["drand:1"],"version":1}'],
  ["a key twice", '{"county":"1","method":"srs","strata":{"N":9},"strata":{"N":1},"version":1}'],
  ["a stratum twice, once escaped", '{"county":"1","method":"srs","strata":{"N":9,"\\u004e":1},"version":1}'],
  [
    "a source of no exact round",
    '{"county":"1","method":"srs","strata":{"N":1},"beacons":["drand:latest"],"version":1}',
  ],
  [
    "questions that are no hash",
    '{"county":"1","method":"srs","strata":{"N":1},"questions":"all","version":1}',
  ],
])("a plan with %s is refused", (_, text) => {
  expect(() => readPlan(text)).toThrow(refusal("draw.plan"));
});

const frame = "a\tN\t10\nb\tN\t20\nc\tN\t70\nd\tP\t10\ne\tP\t0\n";
const planOf = (method: string, strata: string) =>
  `{"county":"1","method":"${method}","strata":${strata},"version":1}`;
const twoStages = '{"county":"1","method":"srs","stage1":{"N":3,"P":1},"stage2":{"T":2},"version":1}';
const attempt = (plan: string, households?: string) =>
  draw({ frame, plan, beacons: ["x"], shares: [new Uint8Array(32).fill(7)], households });

test.each([
  ["a stratum of the frame that the plan leaves out", planOf("srs", '{"N":1}'), "draw.stratum"],
  ["a stratum of the plan that the frame has not", planOf("srs", '{"N":1,"P":1,"Q":1}'), "draw.stratum"],
  ["more units than there are", planOf("srs", '{"N":4,"P":1}'), "draw.too-few"],
  ["more units than have a size", planOf("systematic-pps", '{"N":1,"P":2}'), "draw.too-few"],
  ["a certain unit in sequential Poisson", planOf("sequential-poisson", '{"N":2,"P":0}'), "draw.certainty"],
  ["a certain unit in Pareto", planOf("pareto", '{"N":2,"P":0}'), "draw.certainty"],
])("%s is refused", (_, plan, code) => {
  expect(() => attempt(plan)).toThrow(refusal(code));
});

test.each([
  ["for a plan of one stage", planOf("srs", '{"N":1,"P":1}'), "h1\ta\tT\n", "draw.one-stage"],
  ["of a village outside the frame", twoStages, "h1\tz\tT\n", "draw.village"],
  ["with a group outside the plan", twoStages, "h1\ta\tG\n", "draw.group"],
  ["without households of a drawn village", twoStages, "h1\ta\tT\n", "draw.no-households"],
])("a household list %s is refused", (_, plan, households, code) => {
  expect(() => attempt(plan, households)).toThrow(refusal(code));
});

test("without the list a plan of two stages draws the villages only", () => {
  const { selected, second } = attempt(twoStages);
  expect([selected.length, second]).toEqual([4, undefined]);
});

test("a stratum that nothing is drawn from is said with 0", () => {
  expect(attempt(planOf("systematic-pps", '{"N":2,"P":0}')).selected.map(({ unit }) => unit.stratum)).toEqual(
    ["N", "N"],
  );
});

test("a stratum of nothing but size 0 may stand in the frame when nothing is drawn from it", () => {
  for (const method of methods) {
    const plan = planOf(method, '{"N":1,"Z":0}');
    const withZero = "a\tN\t1\nb\tN\t1\nc\tN\t1\nz\tZ\t0\n";
    const drawn = draw({ frame: withZero, plan, beacons: ["x"], shares: [new Uint8Array(32).fill(7)] });
    expect(drawn.selected.map(({ unit }) => unit.stratum)).toEqual(["N"]);
  }
});

test("all units of a stratum: each is certain", () => {
  const { selected } = attempt(planOf("systematic-pps", '{"N":3,"P":1}'));
  expect(selected.map(({ probability }) => probability?.numerator === probability?.denominator)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test("shares of another length are refused", () => {
  for (const shares of [[], [new Uint8Array(31)], [new Uint8Array(32), new Uint8Array(33)]]) {
    expect(() => combineShares(shares)).toThrow(refusal("draw.share"));
  }
});

test.each([
  ["equal shares, which cancel", [1, 1]],
  ["equal shares beside others", [1, 2, 1]],
  ["a share of zeros", [1, 0]],
  ["only zeros", [0]],
  ["shares that together are zeros", [1, 2, 3]],
])("%s are refused: their holders would hold nothing", (_, bytes) => {
  const shares = bytes.map((byte) => new Uint8Array(32).fill(byte));
  expect(() => combineShares(shares)).toThrow(refusal("draw.share"));
});

test("a plan may hold what means nothing to the draw, as a title", () => {
  expect(
    readPlan('{"county":"1","method":"srs","strata":{"N":1},"title":"2026","version":1}').strata,
  ).toEqual([["N", 1]]);
});

test("canonical JSON: keys by code units, no spaces, numbers as ECMAScript writes them", () => {
  expect(
    canonicalJson({
      b: [1e21, 0.1, -0, 1e-7],
      a: { "\u20ac": "\n\u0001", "\r": true, "1": null },
      c: undefined,
    }),
  ).toBe('{"a":{"\\r":true,"1":null,"€":"\\n\\u0001"},"b":[1e+21,0.1,0,1e-7]}');
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, "\ud800"]) {
    expect(() => canonicalJson(wrong)).toThrow(refusal("json.not-canonical"));
  }
});
