/** Degrees to a drawing: equirectangular, with the width of a degree as it is in the middle of the map. */
import type { AreaOutline } from "../../../../domain/registry/area-map.contract.ts";

export interface DrawnPlace {
  code: string;
  path: string;
  /** Where its words stand: the middle of its extent. */
  x: number;
  y: number;
  /** From its west to its east end, of the 800 of the map. */
  width: number;
}

const width = 800;
const margin = 12;

export function drawMap(outlines: readonly AreaOutline[]): {
  width: number;
  height: number;
  places: DrawnPlace[];
} {
  const { west, east, south, north } = extentOf(outlines.flatMap(({ rings }) => rings));
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / Math.max((east - west) * squeeze, 1e-9);
  const xOf = (longitude: number): number => round(margin + (longitude - west) * squeeze * scale);
  const yOf = (latitude: number): number => round(margin + (north - latitude) * scale);
  return {
    width,
    height: Math.ceil((north - south) * scale + 2 * margin),
    places: outlines.map(({ code, rings }) => {
      const own = extentOf(rings);
      return {
        code,
        path: rings.map((ring) => `M${ring.map(([x, y]) => `${xOf(x)} ${yOf(y)}`).join("L")}Z`).join(""),
        x: xOf((own.west + own.east) / 2),
        y: yOf((own.south + own.north) / 2),
        width: round(xOf(own.east) - xOf(own.west)),
      };
    }),
  };
}

/** By a loop: the points of a map are more than a call takes arguments. */
function extentOf(rings: readonly AreaOutline["rings"][number][]) {
  const extent = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const ring of rings) {
    for (const [x, y] of ring) {
      extent.west = Math.min(extent.west, x);
      extent.east = Math.max(extent.east, x);
      extent.south = Math.min(extent.south, y);
      extent.north = Math.max(extent.north, y);
    }
  }
  return extent;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
