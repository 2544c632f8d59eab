import { expect, test } from "vitest";
import { temporaryPassword } from "./temporary-password.ts";

test("a temporary password is long enough, easy to read out, and never the same", () => {
  const made = Array.from({ length: 50 }, temporaryPassword);
  for (const one of made) expect(one).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){2}$/);
  expect(new Set(made).size).toBe(made.length);
});
