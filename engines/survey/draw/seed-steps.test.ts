import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { hexToBytes } from "@noble/hashes/utils.js";
import { draw } from "./draw.ts";
import { seedSteps } from "./seed-steps.ts";

const shares = ["11".repeat(32), "22".repeat(32)];
const beacons = ["dice:20231"];
const drawn = draw({
  frame: "a\tN\t1\nb\tN\t2\n",
  plan: '{"county":"411722","method":"srs","strata":{"N":1},"version":1}',
  beacons,
  shares: shares.map(hexToBytes),
});

test("the steps lead to the seeds of the draw, with a second library too", () => {
  const steps = seedSteps(drawn, shares, beacons);
  const [root, plan, randomness, secret, seed, county] = steps.map(({ value }) => value);
  expect(secret).toBe("33".repeat(32));
  expect(randomness).toBe(Buffer.from("dice:20231").toString("hex"));
  const hashed = Buffer.from(steps[4]?.hashed ?? "", "hex");
  for (const part of [root, plan, randomness, secret]) expect(hashed.toString("hex")).toContain(part);
  expect(createHash("sha256").update(hashed).digest("hex")).toBe(seed);
  const message = Buffer.from(steps[5]?.hashed ?? "", "hex");
  expect(
    createHmac("sha256", hexToBytes(seed ?? ""))
      .update(message)
      .digest("hex"),
  ).toBe(county);
  expect(Buffer.from(drawn.countySeed).toString("hex")).toBe(county);
});
