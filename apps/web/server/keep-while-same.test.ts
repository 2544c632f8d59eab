import { expect, test } from "vitest";
import { keepWhileSame } from "./keep-while-same.ts";

test("a reply stays while its place is asked again with another year, and never under another place's name", () => {
  const asked = { queryKey: ["figures", "411702000000", 2017] };
  const figures = { area: "411702000000" };
  expect(keepWhileSame("411702000000")(figures, asked)).toBe(figures);
  expect(keepWhileSame("411721000000")(figures, asked)).toBeUndefined();
  expect(keepWhileSame("411702000000")(undefined, undefined)).toBeUndefined();
});
