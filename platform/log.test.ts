import { expect, test } from "vitest";
import { z } from "zod";
import { createLog, describeError } from "./log.ts";
import { defineProblems } from "./problem.ts";

const secret = "王小明";
const problems = defineProblems({ "test.log": { status: 500, zh: "错", en: "wrong" } });

function databaseError() {
  const fields = {
    severity: "ERROR",
    code: "22P02",
    routine: "pg_strtoint32",
    detail: secret,
    where: secret,
  };
  return Object.assign(new Error(`invalid input syntax for type integer: "${secret}"`), fields);
}

test("of a database error only its codes are written down, also when it is a cause", () => {
  const described = describeError(problems["test.log"]({}, databaseError()));
  expect(described).toMatchObject({ kind: "Problem", cause: { code: "22P02", routine: "pg_strtoint32" } });
  expect(JSON.stringify(described)).not.toContain(secret);
});

test("of a validation error only the places are written down", () => {
  const { error } = z.strictObject({ id: z.string() }).safeParse({ id: "1", [secret]: 1 });
  const described = describeError(error);
  expect(described).toMatchObject({ message: "unrecognized_keys " });
  expect(JSON.stringify(described)).not.toContain(secret);
});

test("requests, headers and passwords that slip into a line are removed", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  log.info({ req: { url: secret }, input: { password: secret }, headers: { cookie: secret } }, "careless");
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain(secret);
});
