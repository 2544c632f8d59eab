import { expect, test } from "vitest";
import { shownKindOf } from "./shown-kind.ts";

test("a criterion of risk elimination is shown apart from those of an exit standard", () => {
  const standard = { id: "cn-2016.household", name: { zh: "国家标准", en: "National" } };
  expect(shownKindOf({ kind: "criterion", standard })).toBe("criterion");
  expect(shownKindOf({ kind: "criterion", standard: null })).toBe("elimination");
  expect(shownKindOf({ kind: "quality", standard: null })).toBe("quality");
});
