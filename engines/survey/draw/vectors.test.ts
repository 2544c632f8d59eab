/** Every value of draw_vectors.json, and the county of invented households from its register to its 691 drawn households. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { expect, test } from "vitest";
import { chanceOf } from "./chance.ts";
import { draw, drawByMethod } from "./draw.ts";
import { readFrame } from "./frame.ts";
import { listFileHash, listRoot } from "./list-lines.ts";
import { type Method, planHash } from "./plan.ts";
import { type Probability, formatProbability } from "./probability.ts";
import { combineShares, countySeed, drawSeed, shareCommitment } from "./seed.ts";

const folder = join(import.meta.dirname, "../vectors");
const vectors = JSON.parse(readFileSync(join(folder, "draw_vectors.json"), "utf8"));
const frame = readFrame(`${vectors.inputs.frame.join("\n")}\n`);
const seed = drawSeed({
  frameRoot: listRoot(frame.lines),
  planHash: planHash(vectors.plan),
  publicRandomness: hexToBytes(vectors.public_randomness_hex),
  secret: combineShares([hexToBytes(vectors.secret_hex)]),
});
const ownSeed = countySeed(seed, "411722");
const chance = chanceOf(ownSeed);
const small = frame.units.filter((unit) => unit.stratum === "N" && unit.id !== "411722013013");

function drawn(method: Method, stratum: string, count: number, units = frame.units): string[] {
  const stage = `v1/${stratum}`;
  const ofStratum = units.filter((unit) => unit.stratum === stratum);
  return drawByMethod(method, chance, stage, ofStratum, count).selected.map(({ unit, probability }) =>
    probability ? `${unit.id} ${formatProbability(probability)}` : unit.id,
  );
}

/** Stark's sha256Rand (SHA256(seed "," i) mod N + 1), prior art that we do not use; here to show that hashes agree. */
function starkNumbers(): number[] {
  return [1, 2, 3].map(
    (at) => Number(BigInt(`0x${bytesToHex(planHash(`20237331128159211123,${at}`))}`) % 1000n) + 1,
  );
}

test.each<[name: string, value: unknown]>([
  ["frame_first3", frame.lines.slice(0, 3)],
  ["frame_units", frame.units.length],
  ["frame_file_sha256", bytesToHex(listFileHash(frame.lines))],
  ["frame_root", bytesToHex(listRoot(frame.lines))],
  ["plan_hash", bytesToHex(planHash(vectors.plan))],
  ["secret_commitment", bytesToHex(shareCommitment(hexToBytes(vectors.secret_hex)))],
  ["seed", bytesToHex(seed)],
  ["county_seed", bytesToHex(ownSeed)],
  ["ticket_v1_first", bytesToHex(chance.ticket("v1", frame.units[0]?.id ?? ""))],
  ["uniform_1000", ["demo0", "demo1", "demo2"].map((label) => String(chance.uniformInteger(label, 1000n)))],
  ["sys_frame_N8", drawn("systematic-pps", "N", 8)],
  ["sys_frame_P4", drawn("systematic-pps", "P", 4)],
  ["sys_hash_N8", drawn("systematic-pps/hash", "N", 8)],
  ["seqpoisson_N8", drawn("sequential-poisson", "N", 8, small)],
  ["pareto_N8", drawn("pareto", "N", 8, small)],
  ["srs_households_first12", householdOrder().slice(0, 12)],
  ["stark_sha256rand", starkNumbers()],
])("%s of the reference", (name, value) => {
  expect(value).toEqual(vectors[name]);
});

function householdOrder(): string[] {
  const units = Array.from({ length: 30 }, (_, at) => ({
    id: `h${String(at + 1).padStart(3, "0")}`,
    stratum: "T",
    size: 1,
  }));
  const { selected, reserves } = drawByMethod("srs", chance, "hh/411722001001/T", units, 12);
  return [...selected.map(({ unit }) => unit.id), ...reserves.map((unit) => unit.id)];
}

test("every value of the reference is checked", () => {
  const inputs = ["inputs", "plan", "public_randomness_hex", "secret_hex"];
  expect(Object.keys(vectors).filter((name) => !inputs.includes(name))).toHaveLength(17);
});

interface SampleRow {
  hh: string;
  order: number;
  pi1: [bigint, bigint];
  drawn: number;
  listed: number;
  weight: number;
}

function rowsOf(text: string): string[][] {
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

function expectedSample(): SampleRow[] {
  return rowsOf(readFileSync(join(folder, "synth_county_sample.csv"), "utf8")).map((row) => ({
    hh: row[0]!,
    order: Number(row[8]),
    pi1: [BigInt(row[10]!), BigInt(row[11]!)],
    drawn: Number(row[12]),
    listed: Number(row[13]),
    weight: Number(row[14]),
  }));
}

test("the invented county end to end: root, seed, villages, households and their weights", () => {
  const villages = rowsOf(readFileSync(join(folder, "synth_county_villages.csv"), "utf8"));
  const households = rowsOf(
    gunzipSync(readFileSync(join(folder, "synth_county_households.csv.gz"))).toString(),
  );
  const expected = JSON.parse(readFileSync(join(folder, "synth_county_draw.json"), "utf8"));
  const householdLines = households.map(([id, village, , group, persons]) =>
    [id, village, group, persons].join("\t"),
  );
  const county = draw({
    frame: `${villages.map((row) => row.join("\t")).join("\n")}\n`,
    plan: vectors.inputs.synth_county.plan,
    beacons: [`hex:${vectors.inputs.synth_county.publicRandomness_hex}`],
    shares: [hexToBytes(vectors.inputs.synth_county.secret_hex)],
    households: `${householdLines.toSorted().join("\n")}\n`,
  });
  expect([county.frameRoot, county.seed, county.countySeed].map(bytesToHex)).toEqual([
    expected.frame_root,
    expected.seed,
    expected.county_seed,
  ]);
  const share = (probability: Probability | null) => probability ?? { numerator: -1n, denominator: 1n };
  // The reference reduced its fractions; ours are k·size/M as it is.
  const villageShares = new Map(
    county.selected.map(({ unit, probability }) => [unit.id, share(probability)]),
  );
  expect(villageShares.size).toBe(24);
  for (const [id, fraction] of Object.entries<string>(expected.villages)) {
    const [above = 0n, below = 0n] = fraction.split("/").map(BigInt);
    const found = share(villageShares.get(id) ?? null);
    expect(found.numerator * below).toBe(above * found.denominator);
  }
  const sample = expectedSample();
  const byId = new Map(county.second?.households.map((one) => [one.household.id, one]));
  expect(byId.size).toBe(691);
  expect(sample).toHaveLength(691);
  for (const row of sample) {
    const found = byId.get(row.hh)!;
    expect([found.order, formatProbability(found.probability)]).toEqual([
      row.order,
      `${row.drawn}/${row.listed}`,
    ]);
    expect(found.weight! / row.weight).toBeCloseTo(1, 14);
    const ofVillage = share(villageShares.get(found.household.village) ?? null);
    expect(ofVillage.numerator * row.pi1[1]).toBe(row.pi1[0] * ofVillage.denominator);
  }
});
