/** The checker names every rule that is broken, with its pair. */
import { describe, expect, test } from "vitest";
import { brokenWords } from "./broken-words.ts";
import { checkAssignment } from "./check.ts";
import { checkResult, modelOf, readResult } from "./check-result.ts";
import { readInstance } from "./read-instance.ts";

const regions = [
  { id: "甲", xy: [0, 0] },
  { id: "乙", xy: [30, 40] },
  { id: "丙", xy: [0, 100] },
  { id: "丁", xy: [100, 0] },
];

const instance = readInstance({
  regions,
  lastYear: [["甲", "乙"]],
  pairedHelp: [["丁", "丙"]],
  conflicts: [{ from: "乙", target: "丁", reason: "队长原任职地" }],
  modelB: {
    teams: [
      { id: "甲1", home: ["甲", "乙"], avoid: ["丙西"] },
      { id: "丙1", home: "丙", load: [0, 3], avoid: [{ target: "丁", reason: "亲属" }] },
      { id: "丁1", home: "丁" },
    ],
    counties: [
      { id: "甲东", city: "甲", xy: [3, 4] },
      { id: "丙西", city: "丙" },
      { id: "丁南", city: "丁" },
      { id: "丁北", city: "丁" },
    ],
    load: [1, 2],
    citiesPerTeam: 1,
  },
});

describe("region to region", () => {
  const broken = (assignment: Record<string, string[]>) => checkAssignment(instance, "A", assignment).broken;

  test("accepts what keeps every rule, and counts its kilometres", () => {
    const check = checkAssignment(instance, "A", { 甲: ["丙"], 丙: ["乙"], 乙: ["甲"], 丁: ["丁"] });
    expect(check.broken).toEqual([{ rule: "self", team: "丁", target: "丁", home: "丁", region: "丁" }]);
    expect(check.distance).toBe(100 + 67 + 50 + 0);
    expect(broken({ 甲: ["丁"], 丁: ["乙"], 乙: ["丙"], 丙: ["甲"] })).toEqual([]);
  });

  test("names last year's pair, paired help in both directions, a declared tie", () => {
    expect(broken({ 甲: ["乙"], 乙: ["丁"], 丁: ["丙"], 丙: ["甲"] })).toEqual([
      { rule: "lastYear", team: "甲", target: "乙", home: "甲", region: "乙" },
      { rule: "conflict", team: "乙", target: "丁", reason: "队长原任职地" },
      { rule: "pairedHelp", team: "丁", target: "丙", home: "丁", region: "丙" },
    ]);
    expect(broken({ 甲: ["丙"], 丙: ["丁"], 丁: ["乙"], 乙: ["甲"] })).toEqual([
      { rule: "pairedHelp", team: "丙", target: "丁", home: "丙", region: "丁" },
    ]);
  });

  test("names two that assess each other, who is left out, and what the instance does not have", () => {
    expect(broken({ 甲: ["丙"], 丙: ["甲"], 乙: ["甲"], 戊: ["己"] })).toEqual([
      { rule: "unknownTeam", team: "戊" },
      { rule: "unknownTarget", team: "戊", target: "己" },
      { rule: "assignedTwice", target: "甲", teams: ["丙", "乙"] },
      { rule: "notAssigned", target: "乙" },
      { rule: "notAssigned", target: "丁" },
      { rule: "tooFew", team: "丁", count: 0, limit: 1 },
      { rule: "reciprocity", one: "甲", other: "丙" },
    ]);
  });

  test("names pairs beyond the cap", () => {
    const order = { 甲: ["丁"], 丁: ["乙"], 乙: ["丙"], 丙: ["甲"] };
    expect(checkAssignment(instance, "A", order, 99).broken).toEqual([
      { rule: "distanceCap", team: "甲", target: "丁", kilometres: 100, limit: 99 },
      { rule: "distanceCap", team: "丙", target: "甲", kilometres: 100, limit: 99 },
    ]);
  });
});

describe("teams to counties", () => {
  test("every home of a team counts, loads and regions are limited, one team may avoid one county", () => {
    const { broken, distance } = checkAssignment(instance, "B", {
      甲1: ["甲东", "丙西", "丁南"],
      丙1: ["丁北"],
      丁1: [],
    });
    expect(broken).toEqual([
      { rule: "tooMany", team: "甲1", count: 3, limit: 2 },
      { rule: "tooManyCities", team: "甲1", cities: ["甲", "丙", "丁"], limit: 1 },
      { rule: "tooFew", team: "丁1", count: 0, limit: 1 },
      { rule: "self", team: "甲1", target: "甲东", home: "甲", region: "甲" },
      { rule: "conflict", team: "甲1", target: "丙西", reason: undefined },
      { rule: "conflict", team: "甲1", target: "丁南", reason: "队长原任职地" },
      { rule: "pairedHelp", team: "丙1", target: "丁北", home: "丙", region: "丁" },
      { rule: "conflict", team: "丙1", target: "丁北", reason: "亲属" },
    ]);
    // Where a county has no place its region's distance stands for it.
    expect(distance).toBe(5 + 100 + 100 + 141);
  });
});

describe("a published result", () => {
  const assignment = { 甲: ["丁"], 丁: ["乙"], 乙: ["丙"], 丙: ["甲"] };
  const check = (result: object, publicSeed?: string) =>
    checkResult(instance, readResult({ assignment, ...result }), { model: "A", publicSeed });

  test("whose cost is not what it says is named", () => {
    const { cost } = check({});
    expect(check({ cost }).broken).toEqual([]);
    expect(check({ cost: cost - 1 }).broken).toEqual([{ rule: "cost", stated: cost - 1, counted: cost }]);
  });

  test("by seed is counted by the seed, and another seed than the public one is named", () => {
    const { cost, broken } = check({ seed: "42" });
    expect(broken).toEqual([]);
    expect(cost).not.toBe(check({}).cost);
    expect(check({ seed: "42" }, "43").broken).toEqual([{ rule: "seed", stated: "42", given: "43" }]);
    expect(check({ seed: "42", distanceCap: 99 }).broken.map(({ rule }) => rule)).toEqual([
      "distanceCap",
      "distanceCap",
    ]);
  });

  test("tells its model by its teams", () => {
    expect(modelOf(instance, readResult({ assignment: { 甲1: [] } }))).toBe("B");
    expect(modelOf(instance, readResult({ assignment }))).toBe("A");
    expect(() => readResult({ assignment: { 甲: "乙" } })).toThrow("assign.");
    expect(() => readResult([])).toThrow("assign.result-format");
  });

  test("is told in both languages", () => {
    expect(brokenWords({ rule: "lastYear", team: "甲1", target: "乙东", home: "甲", region: "乙" })).toEqual({
      zh: "甲1评乙东：甲去年评过乙",
      en: "甲1 assesses 乙东: 甲 assessed 乙 last year",
    });
  });
});
