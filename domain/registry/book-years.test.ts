import { expect, test } from "vitest";
import { yearsOfBooks } from "./book-years.ts";

test("the year after this one may be prepared from the first hour of the Chinese year on", () => {
  expect(yearsOfBooks(new Date("2026-12-31T15:59:59Z"))).toEqual({ first: 2013, last: 2027 });
  expect(yearsOfBooks(new Date("2026-12-31T16:00:00Z"))).toEqual({ first: 2013, last: 2028 });
});
