/** Classes and projection of the map of an area. */
import { expect, test } from "vitest";
import type { RankedPlace } from "../../../../domain/verdicts/figures/rank.contract.ts";
import { classesOf, legendOf } from "./map-classes.ts";
import { drawMap } from "./map-projection.ts";

const place = (code: string, rank: number | null): RankedPlace => ({
  code,
  name: code,
  own: false,
  households: 100,
  numerator: 10,
  denominator: 100,
  rank,
  notRanked: null,
  reason: null,
});

test("ranked places fall into five classes, equal ranks into one, the others into none", () => {
  const places = [1, 2, 2, 4, 5, 6, 7, 8, 9, 10].map((rank, index) => place(String(index), rank));
  const classes = classesOf([...places, place("small", null)]);
  expect([...classes.values()]).toEqual([1, 1, 1, 2, 3, 3, 4, 4, 5, 5]);
  expect(classes.has("small")).toBe(false);
  expect(legendOf(places).map(({ level, places: members }) => [level, members])).toEqual([
    [1, 3],
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 2],
  ]);
});

test("a degree of longitude is narrower than one of latitude", () => {
  const square: [number, number][] = [
    [110, 59.5],
    [111, 59.5],
    [111, 60.5],
    [110, 60.5],
    [110, 59.5],
  ];
  const { width, height, places } = drawMap([{ code: "1", rings: [square] }]);
  expect(width).toBe(800);
  expect(height).toBe(Math.ceil(776 * 2 + 24));
  expect(places[0]).toMatchObject({ x: 400, path: expect.stringMatching(/^M12 1564L788 1564L788 12/) });
});
