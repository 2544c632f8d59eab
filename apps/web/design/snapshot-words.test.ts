import { expect, test } from "vitest";
import { partsOfSnapshot } from "./snapshot-words.ts";

test("a sum of several evaluations is told from one evaluation", () => {
  expect(partsOfSnapshot("8 evaluations a2689474d352")).toEqual({ count: 8, id: "a2689474d352" });
  const id = "019ac9ab-0000-7000-8000-000000000001";
  expect(partsOfSnapshot(id)).toEqual({ count: null, id });
});
