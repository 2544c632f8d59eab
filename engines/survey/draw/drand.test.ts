import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { expect, test } from "vitest";
import { publicRandomness } from "./beacon.ts";
import { drandRandomness, drandRoundAt, drandTimeOf, quicknet, verifyDrand } from "./drand.ts";

const round = 657413;
const signature =
  "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b";
const randomness = "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587";

test("the published signature of a round is accepted and gives its randomness", () => {
  expect(verifyDrand(round, hexToBytes(signature))).toBe(true);
  expect(bytesToHex(drandRandomness(hexToBytes(signature)))).toBe(randomness);
});

test("no other round, and no other bytes", () => {
  expect(verifyDrand(round + 1, hexToBytes(signature))).toBe(false);
  expect(verifyDrand(round, hexToBytes(signature.replace("b713", "b714")))).toBe(false);
  expect(verifyDrand(round, new Uint8Array(48))).toBe(false);
  expect(verifyDrand(0, hexToBytes(signature))).toBe(false);
});

test("the round of a time", () => {
  expect([0, 2, 3].map((after) => drandRoundAt(quicknet.genesis + after))).toEqual([1, 1, 2]);
  expect(drandRoundAt(drandTimeOf(round))).toBe(round);
  expect(drandRoundAt(drandTimeOf(round) - 1)).toBe(round - 1);
});

test("a pasted round stands for its randomness, a wrong one is refused", () => {
  expect(bytesToHex(publicRandomness([], [`drand:${round}:${signature}`]))).toBe(randomness);
  for (const value of [`drand:${round + 1}:${signature}`, `drand:${round}:12`]) {
    expect(() => publicRandomness([], [value])).toThrow(expect.objectContaining({ code: "draw.drand" }));
  }
});

test("several sources are combined in the order of the plan, in whatever order they are given", () => {
  const lottery = "ssq:2026130:03,07,11,19,25,31+08";
  const dice = "dice:1:73920174462910385527";
  const planned = ["ssq:2026130", "dice:1"];
  const combined = publicRandomness(planned, [lottery, dice]);
  expect(publicRandomness(planned, [dice, lottery])).toEqual(combined);
  expect(publicRandomness(planned.toReversed(), [lottery, dice])).not.toEqual(combined);
  expect(publicRandomness(["ssq:2026130"], [lottery])).toEqual(new TextEncoder().encode(lottery));
});

test.each([
  ["none", [], []],
  ["two that no plan names", [], ["a", "b"]],
  ["one that the plan does not name", ["ssq:1"], ["ssq:1:x", "dice:1:y"]],
  ["none for a name of the plan", ["ssq:1", "dice:1"], ["ssq:1:x"]],
  ["the same name twice for two names", ["ssq:1", "dice:1"], ["ssq:1:x", "ssq:1:y"]],
  ["half a byte", [], ["hex:abc"]],
  ["no bytes", [], ["hex:"]],
  ["a kind in capitals", [], ["HEX:61"]],
  ["a kind after a space", [], [" drand:1:ab"]],
])("%s is refused", (_, planned, given) => {
  expect(() => publicRandomness(planned, given)).toThrow(expect.objectContaining({ code: "draw.beacon" }));
});
