/** What an instance may look like, and the sentence for each that cannot be computed with. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { InputError } from "../input-error.ts";
import { readInstance } from "./read-instance.ts";
import { taskOf } from "./task.ts";

const folder = import.meta.dirname;
const published = JSON.parse(readFileSync(join(folder, "vectors/instances.json"), "utf8"));
const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(folder, "instance.schema.json"), "utf8")));

const plain = {
  regions: [
    { id: "A", xy: [0, 0] },
    { id: "B", xy: [3, 4] },
  ],
};
const withCounties = (modelB: object) => ({
  ...plain,
  modelB: {
    teams: [{ id: "T", home: "A" }],
    counties: [{ id: "K", city: "B" }],
    load: [1, 1],
    ...modelB,
  },
});

test("distances may be left out where places are known; counties need no place of their own", () => {
  expect(readInstance(plain).distance).toEqual([
    [0, 5],
    [5, 0],
  ]);
  const instance = readInstance(withCounties({}));
  expect(instance.defaultModel).toBe("B");
  expect(taskOf(instance, "B").distance).toEqual([[5]]);
  expect(() => taskOf(readInstance(plain), "B")).toThrow("assign.no-model-b");
});

test("the schema describes the published instances and what is written by hand", () => {
  for (const instance of Object.values(published)) expect(schema.safeParse(instance).error).toBeUndefined();
  expect(schema.safeParse(withCounties({})).success).toBe(true);
});

test.each<[name: string, json: unknown, place: string]>([
  ["no object", [], "(top)"],
  ["one region", { regions: [{ id: "A" }] }, "regions"],
  ["an id twice", { regions: [{ id: "A" }, { id: "A" }] }, "regions"],
  ["an id with a slash", { regions: [{ id: "A/B" }, { id: "C" }] }, "regions[0].id"],
  ["a misspelt field", { ...plain, lastyear: [] }, "lastyear"],
  ["no distances", { regions: [{ id: "A" }, { id: "B" }] }, "distance"],
  ["a short matrix", { ...plain, distance: [[0, 1]] }, "distance"],
  [
    "half a kilometre",
    {
      ...plain,
      distance: [
        [0, 1.5],
        [1, 0],
      ],
    },
    "distance[0][1]",
  ],
  [
    "a negative distance",
    {
      ...plain,
      distance: [
        [0, -1],
        [1, 0],
      ],
    },
    "distance[0][1]",
  ],
  ["a pair of one", { ...plain, lastYear: [["A"]] }, "lastYear[0]"],
  ["an unknown region", { ...plain, pairedHelp: [["A", "C"]] }, "pairedHelp[0][1]"],
  ["a tie of nobody", { ...plain, conflicts: [{ target: "A" }] }, "conflicts[0].from"],
  ["least above most", withCounties({ load: [2, 1] }), "modelB.load"],
  ["no load at all", withCounties({ load: undefined }), "modelB.teams[0].load"],
  ["a county nowhere", withCounties({ counties: [{ id: "K", city: "X" }] }), "modelB.counties[0].city"],
  ["a county named as a region", withCounties({ counties: [{ id: "A", city: "B" }] }), "modelB.counties"],
  ["no team", withCounties({ teams: [] }), "modelB.teams"],
])("%s is refused with its place", (_, json, place) => {
  let refused: unknown;
  try {
    readInstance(json);
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(InputError);
  expect(refused).toMatchObject({
    code: "assign.format",
    en: expect.stringContaining(`In the instance, ${place} `),
  });
  // A duplicate, an unknown id, a short matrix are beyond a schema; what it can say it says too.
  const beyond = /twice|unknown|short|nowhere|as a region|above|no load at all|no distances/;
  if (!beyond.test(_)) expect(schema.safeParse(json).success).toBe(false);
});

test("one of several is chosen by name", () => {
  expect(() => readInstance(published)).toThrow("assign.name-missing");
  expect(readInstance(published, "a").regions).toHaveLength(18);
  expect(() => readInstance(published, "z")).toThrow("assign.name-missing");
});
