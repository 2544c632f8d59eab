/** Distances measured from places on a plane. */
import type { Point } from "./instance.ts";

/** Kilometres between two points, rounded to whole ones. */
export function kilometresBetween(from: Point, to: Point): number {
  return Math.round(Math.hypot(from[0] - to[0], from[1] - to[1]));
}
