import { expect, test } from "vitest";
import { draw } from "./draw.ts";
import { explainDraw } from "./draw-words.ts";

const drawn = (plan: string, households?: string) =>
  explainDraw(
    draw({
      frame: "a\tN\t1\nb\tN\t1\n",
      plan,
      beacons: ["x"],
      shares: [new Uint8Array(32).fill(7)],
      households,
    }),
  );

test("an srs says its numbers and its reserve", () => {
  const { zh, en } = drawn('{"county":"1","method":"srs","strata":{"N":1},"version":1}');
  expect([zh, en]).toEqual([
    expect.stringContaining("从冻结名单的2个单位中抽出1个。"),
    expect.stringContaining("1 of the 2 units"),
  ]);
  expect([zh, en]).toEqual([
    expect.stringContaining("另有1个备选"),
    expect.stringContaining("in their fixed order only: 1."),
  ]);
});

test("a method without exact probabilities says so, and that nobody is replaced", () => {
  const { zh, en } = drawn('{"county":"1","method":"pareto","strata":{"N":1},"version":1}');
  expect([zh, en]).toEqual([
    expect.stringContaining("不给精确的入样概率"),
    expect.stringContaining("no exact chance"),
  ]);
  expect(zh).toContain("没有备选");
});

test("of two stages the households and their reserves are counted", () => {
  const households = ["a", "b"]
    .flatMap((village) => [1, 2, 3].map((at) => `${village}${at}\t${village}\tT\n`))
    .join("");
  const { zh } = drawn(
    '{"county":"1","method":"srs","stage1":{"N":2},"stage2":{"T":1},"version":1}',
    households,
  );
  expect([zh, zh]).toEqual([
    expect.stringContaining("再从中抽出2户"),
    expect.stringContaining("另有4个备选"),
  ]);
});
