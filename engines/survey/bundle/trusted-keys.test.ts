import { expect, test } from "vitest";
import { ed25519Key } from "../../tlog/ed25519.ts";
import { formatKey } from "../../tlog/key.ts";
import { writeBundle } from "./bundle.ts";
import { testBundle } from "./test-bundle.ts";
import { verifyBundle } from "./verify-bundle.ts";

const bundle = testBundle();
const text = writeBundle(bundle);
const { key = "", witnesses = [] } = bundle.log ?? {};
const other = formatKey(ed25519Key("other.example", new Uint8Array(32).fill(99), "witness"));
const redOf = (trusted?: string[]) =>
  verifyBundle(text, trusted)
    .filter(({ ok }) => ok === false)
    .map(({ id, place }) => [id, place]);

test("signatures hold under the keys that were published elsewhere, in whatever order", () => {
  const checks = verifyBundle(text, [other, ...witnesses, key]);
  expect(checks.find(({ id }) => id === "log.keys")?.ok).toBe(true);
  expect(checks.some(({ ok }) => ok === false)).toBe(false);
});

test("a log with keys of its own making is red, though its signatures agree with them", () => {
  expect(redOf()).toEqual([]);
  expect(redOf([other])[0]).toEqual(["log.keys", "log.key"]);
  expect(redOf([key, other])).toEqual([
    ["log.keys", "log.witnesses"],
    ["log.witnesses", "log.checkpoints[0].note"],
  ]);
  expect(redOf([key, ...witnesses.slice(1)])[0]).toEqual(["log.keys", "log.witnesses"]);
});

test("a trusted key that is none is refused, not blamed on the bundle", () => {
  expect(() => verifyBundle(text, ["jingzhun"])).toThrow(expect.objectContaining({ code: "tlog.key" }));
});
