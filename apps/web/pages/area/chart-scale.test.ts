/** The scale of the small line charts. */
import { expect, test } from "vitest";
import { type ChartPoint, chartOf } from "./chart-scale.ts";

const point = (year: number, value: number, origin: ChartPoint["origin"] = "register"): ChartPoint => ({
  year,
  origin,
  value,
  words: String(value),
  madeUp: false,
});

test("years keep their distance, and values begin at zero", () => {
  const chart = chartOf([point(2014, 0), point(2016, 10), point(2018, 5)]);
  expect(chart?.years.map(({ x }) => x)).toEqual([34, 150, 266]);
  expect(chart?.marks.map(({ y }) => y)).toEqual([96, 24, 60]);
  expect(chart?.lines.map(({ path }) => path)).toEqual(["M34 96L150 24L266 60", ""]);
});

test("one year stands in the middle, two origins are two lines", () => {
  const chart = chartOf([point(2018, 0), point(2018, 0, "published")]);
  expect(chart?.marks.map(({ x, y }) => [x, y])).toEqual([
    [150, 96],
    [150, 96],
  ]);
  expect(chart?.lines.map(({ path }) => path)).toEqual(["M150 96", "M150 96"]);
  expect(chartOf([])).toBeNull();
});
