import { expect, test } from "vitest";
import { defineProblems } from "../problem.ts";
import { findConstraintProblem, mapConstraints } from "./constraint-problems.ts";

const problems = defineProblems({ "test.taken": { status: 409, zh: "重复", en: "taken" } });
mapConstraints({ room_name_unique: problems["test.taken"] });

function violation(message: string, fields: object) {
  return Object.assign(new Error(message), { code: "23505" }, fields);
}

test.each([
  ["PostgreSQL names the constraint", violation("…", { constraint: "room_name_unique" })],
  ["Citus names a shard in the field", violation("…", { constraint: "room_name_unique_102008" })],
  [
    "Citus leaves the field empty",
    violation('duplicate key value violates unique constraint "room_name_unique_102008"', {}),
  ],
  ["a Chinese server speaks Chinese", violation('重复键违反唯一约束"room_name_unique"', {})],
])("%s", (_, error) => {
  expect(findConstraintProblem(error)?.code).toBe("test.taken");
});

test.each([
  ["an unknown constraint", violation("…", { constraint: "other" })],
  [
    "another kind of error that quotes the name",
    Object.assign(new Error('"room_name_unique"'), { code: "42704" }),
  ],
  ["no database error", new Error("room_name_unique")],
  ["no error", null],
])("%s is not a known problem", (_, error) => {
  expect(findConstraintProblem(error)).toBeUndefined();
});

test("a constraint is mapped once", () => {
  expect(() => mapConstraints({ room_name_unique: problems["test.taken"] })).toThrow(/mapped twice/);
});
