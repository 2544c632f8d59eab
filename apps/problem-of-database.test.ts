import { expect, test } from "vitest";
import { printProblem } from "./cli/output.ts";
import { findDatabaseProblem, findRefusal } from "./problem-of-database.ts";
import "../domain/access/person.service.ts";

const fromServer = (code: string, more: object = {}) =>
  Object.assign(new Error("quotes a row"), { severity: "ERROR", code, ...more });
const taken = fromServer("23505", { constraint: "person_login_unique" });

test.each([
  ["a violated constraint", taken, "access.login-taken", true],
  [
    "a row outside the area",
    fromServer("42501", { routine: "ExecWithCheckOptions" }),
    "access.outside-area",
    true,
  ],
  ["a deadlock", fromServer("40P01"), "server.busy", false],
  ["a server that shuts down", fromServer("57P01"), "server.unavailable", false],
])("%s is said in the words of the catalogue", (_, error, code, isFinal) => {
  expect(findDatabaseProblem(error)?.code).toBe(code);
  expect(findRefusal(error)?.code).toBe(isFinal ? code : undefined);
});

test("a right that is missing is a fault of the program", () => {
  expect(findDatabaseProblem(fromServer("42501"))).toBeUndefined();
});

test("the command line says it in the same words", () => {
  const write = process.stdout.write.bind(process.stdout);
  let said = "";
  process.stdout.write = (text) => ((said += String(text)), true);
  try {
    expect(printProblem(taken, true)).toBe(1);
  } finally {
    process.stdout.write = write;
  }
  expect(JSON.parse(said)).toMatchObject({ error: { code: "access.login-taken" } });
});
