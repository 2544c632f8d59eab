import { expect, test } from "vitest";
import { newId } from "./id.ts";

test("ids of one moment grow and differ; they carry the moment", () => {
  const now = new Date("2018-11-20T04:00:00.000Z");
  const ids = Array.from({ length: 10_000 }, () => newId(now));
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  const [first = ""] = ids;
  expect(parseInt(first.replaceAll("-", "").slice(0, 12), 16)).toBe(now.getTime());
  expect(first[14]).toBe("7");
});

test("a later moment gives a greater id", () => {
  const earlier = newId(new Date("2018-11-20T04:00:00.000Z"));
  expect(newId(new Date("2018-11-20T04:00:00.001Z")) > earlier).toBe(true);
});
