import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { makeCliPlace } from "../../test/cli.ts";

const folder = join(import.meta.dirname, "../../engines/survey/vectors");
const vectors = JSON.parse(readFileSync(join(folder, "draw_vectors.json"), "utf8"));
const place = makeCliPlace();
afterAll(() => place.remove());

const file = (name: string, text: string | Buffer) => {
  const path = join(place.folder, name);
  writeFileSync(path, text);
  return path;
};
const options = (given: Record<string, string>) =>
  Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
const frame = file("frame.tsv", `${vectors.inputs.frame.join("\n")}\n`);
const plan = file("plan.json", vectors.plan);
const chance = ["--beacon", `hex:${vectors.public_randomness_hex}`, "--secret", vectors.secret_hex];

test("the reference draw, as JSON", async () => {
  const run = await place.run("draw", "--frame", frame, "--plan", plan, ...chance, "--json");
  expect(run.exitCode).toBe(0);
  const { selected, ...rest } = run.json();
  expect(rest).toEqual({
    root: vectors.frame_root,
    planHash: vectors.plan_hash,
    seed: vectors.seed,
    countySeed: vectors.county_seed,
    reserves: [],
  });
  const expected = (stratum: string, list: string[]) =>
    list.map((line) => ({ id: line.split(" ")[0], stratum, pi: line.split(" ")[1] }));
  expect(selected).toEqual([...expected("N", vectors.sys_frame_N8), ...expected("P", vectors.sys_frame_P4)]);
});

test("srs names its reserves; pareto has no exact probability; a secret may come in shares", async () => {
  const of = (method: string) =>
    file(`${method}.json`, `{"county":"1","method":"${method}","strata":{"N":1,"P":2},"version":1}`);
  const drawn = async (method: string, secret: string) =>
    (
      await place.run(
        "draw",
        "--frame",
        frame,
        "--plan",
        of(method),
        "--beacon",
        "dice:20231",
        "--secret",
        secret,
        "--json",
      )
    ).json();
  const srs = await drawn("srs", "42".repeat(32));
  expect([srs["selected"], srs["reserves"]]).toEqual([
    expect.arrayContaining([expect.objectContaining({ stratum: "N", pi: "1/32" })]),
    expect.objectContaining({ length: 37 }),
  ]);
  // 40 ⊕ 02 is 42: the same secret in two shares.
  expect(await drawn("srs", `${"40".repeat(32)},${"02".repeat(32)}`)).toEqual(srs);
  expect(await drawn("pareto", "42".repeat(32))).toMatchObject({
    selected: [{ pi: null }, { pi: null }, { pi: null }],
    reserves: [],
  });
});

test(
  "the county in two stages, its bundle, and a bundle with one changed byte",
  { timeout: 120_000 },
  async () => {
    const rows = (text: string) =>
      text
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(","));
    const villages = rows(readFileSync(join(folder, "synth_county_villages.csv"), "utf8")).map((row) =>
      row.join("\t"),
    );
    const households = rows(
      gunzipSync(readFileSync(join(folder, "synth_county_households.csv.gz"))).toString(),
    )
      .map(([id, village, , group, persons]) => [id, village, group, persons].join("\t"))
      .sort();
    const inputs = vectors.inputs.synth_county;
    const bundle = join(place.folder, "bundle.json");
    const run = await place.run(
      "draw",
      ...options({
        frame: file("villages.tsv", `${villages.join("\n")}\n`),
        plan: file("county.json", inputs.plan),
        households: file("households.tsv", `${households.join("\n")}\n`),
        beacon: `hex:${inputs.publicRandomness_hex}`,
        secret: inputs.secret_hex,
        bundle,
      }),
      "--json",
    );
    expect(run.json()).toMatchObject({ selected: { length: 24 }, households: { length: 691 } });
    const villagesOnly = await place.run(
      "draw",
      ...options({
        frame: join(place.folder, "villages.tsv"),
        plan: join(place.folder, "county.json"),
        beacon: `hex:${inputs.publicRandomness_hex}`,
        secret: inputs.secret_hex,
      }),
      "--json",
    );
    expect(villagesOnly.stderr).toContain("没有给 --households：这里只抽了村");
    expect(villagesOnly.json()["selected"]).toEqual(run.json()["selected"]);
    // Whoever names no source beforehand can choose the randomness: nothing is red, and that is open.
    const unplanned = await place.run("draw", "verify", bundle, "--json");
    expect([unplanned.exitCode, unplanned.json()["ok"]]).toEqual([0, null]);
    expect(unplanned.json()["checks"]).toContainEqual(
      expect.objectContaining({ id: "beacon.planned", ok: null }),
    );
    const bad = await place.run(
      "draw",
      "verify",
      file("bad.json", readFileSync(bundle, "utf8").replace("\\tP\\t81", "\\tP\\t82")),
    );
    expect(bad.exitCode).toBe(1);
    expect(bad.stdout).toMatch(/✗ frame\.hashes .*\n.*frame\.fileHash/);
  },
);

test("a bundle with interviews, and the results that follow from them", async () => {
  const srsPlan = file(
    "srs.json",
    '{"beacons":["dice:20231"],"county":"1","method":"srs","strata":{"N":2,"P":1},"version":1}',
  );
  const given = { frame, plan: srsPlan, beacon: "dice:20231:2,6,1", secret: "42".repeat(32) };
  const drawn = (await place.run("draw", ...options(given), "--json")).json()["selected"];
  const interviews = (drawn as { id: string }[]).map(({ id }, at) => ({
    id,
    state: "interviewed",
    answers: { satisfied: at > 0 },
  }));
  const questions = [
    { measure: "proportion", of: "satisfied", value: true, group: null, interval: "kg", level: 0.95 },
  ];
  const bundle = join(place.folder, "with-results.json");
  const all = {
    ...given,
    bundle,
    holder: "audit-office",
    interviews: file("interviews.json", JSON.stringify(interviews)),
    questions: file("questions.json", JSON.stringify(questions)),
  };
  expect((await place.run("draw", ...options(all))).exitCode).toBe(0);
  const written = JSON.parse(readFileSync(bundle, "utf8"));
  // The first drawn unit is one of two that stand for 32, the third stands for 8.
  expect(written.results).toEqual([expect.objectContaining({ estimate: 24 / 40, rows: 3, df: 1 })]);
  expect(written.shares).toEqual([expect.objectContaining({ holder: "audit-office" })]);
  const checked = await place.run("draw", "verify", bundle, "--json");
  // Nothing is red, and without a log nothing shows when the plan was made.
  expect(checked.json()["ok"]).toBe(null);
  expect([checked.exitCode, checked.json()["checks"]]).toEqual([
    0,
    expect.arrayContaining([expect.objectContaining({ id: "results.computed", ok: true })]),
  ]);
  const second = { ...all, bundle: join(place.folder, "second.json") };
  const refusal = async (given: Record<string, string>) => {
    const run = await place.run("draw", ...options(given), "--json");
    expect(run.exitCode).toBe(2);
    return run.json()["error"];
  };
  const because = (code: string) => expect.objectContaining({ code });
  // The frozen frame given as the output by a slip, and a bundle that was published.
  expect(await refusal({ ...all, bundle: frame })).toEqual(because("cli.file-exists"));
  expect(await refusal(all)).toEqual(because("cli.file-exists"));
  expect(readFileSync(frame, "utf8")).toBe(`${vectors.inputs.frame.join("\n")}\n`);
  expect(JSON.parse(readFileSync(bundle, "utf8"))).toEqual(written);
  const phone = interviews.map((one, at) =>
    at > 0 ? one : { ...one, answers: { ...one.answers, note: 13800138000 } },
  );
  const personal = await refusal({ ...second, interviews: file("phone.json", JSON.stringify(phone)) });
  expect(personal).toEqual(because("bundle.refused"));
  expect(JSON.stringify(personal)).toMatch(/interviews\.personal.*interviews\[0\]/);
  expect(JSON.stringify(personal)).not.toContain("13800138000");
  const { questions: _, ...unasked } = second;
  const missing = await refusal({
    ...unasked,
    interviews: file("missing.json", JSON.stringify(interviews.slice(1))),
  });
  expect(missing).toEqual(
    expect.objectContaining({ code: "bundle.refused", en: expect.stringContaining("interviews.complete") }),
  );
  const unknown = file("unknown.json", JSON.stringify([{ ...questions[0], of: "satisfid" }]));
  expect(await refusal({ ...second, questions: unknown })).toEqual(because("results.unknown"));
  expect(await refusal({ ...given, questions: unknown })).toEqual(because("cli.bad-input"));
  expect(existsSync(second.bundle)).toBe(false);
  const wrong = { ...second, interviews: file("wrong.json", '[{"id":"1","name":"某某"}]') };
  const refused = await place.run("draw", ...options(wrong), "--json");
  expect([refused.exitCode, refused.json()["error"]]).toEqual([
    2,
    expect.objectContaining({ code: "bundle.shape" }),
  ]);
  expect(refused.stdout).not.toContain("某某");
  const twice = {
    ...second,
    interviews: file("twice.json", '[{"id":"1","state":"absent","state":"moved"}]'),
  };
  const repeated = await place.run("draw", ...options(twice), "--json");
  expect(repeated.json()["error"]).toMatchObject({ code: "data.repeated-key" });
});

test("a bundle that was cut, emptied or marked is wrong input; a plan that is no JSON and a name in Chinese say so", async () => {
  const runs = await Promise.all([
    place.run("draw", "verify", file("empty.json", ""), "--json"),
    place.run("draw", "verify", file("cut.json", '{"format":"jingzhun'), "--json"),
    place.run("draw", "verify", file("marked.json", "\uFEFF{}"), "--json"),
  ]);
  expect(runs.map((run) => [run.exitCode, run.json()["error"]])).toEqual(
    ["bundle.empty", "bundle.not-json", "bundle.bom"].map((code) => [2, expect.objectContaining({ code })]),
  );
  const [broken, chinese] = await Promise.all([
    place.run("draw", "--frame", frame, "--plan", file("broken.json", "{"), ...chance),
    place.run("draw", "--frame", file("zh.tsv", "a\t山区\t1\n"), "--plan", plan, ...chance),
  ]);
  expect(broken.stderr).toContain("不是JSON");
  expect(chinese.stderr).toMatch(/“层”列不对.*英文字母/);
});

const emptySecret = "00".repeat(32);
test.each([
  [
    "an unsorted frame",
    ["--frame", file("unsorted.tsv", "b\tN\t1\na\tN\t1\n"), "--plan", plan, ...chance],
    "draw.unsorted",
  ],
  [
    "a byte-order mark",
    ["--frame", file("bom.tsv", "\uFEFFa\tN\t1\n"), "--plan", plan, ...chance],
    "draw.bom",
  ],
  ["CRLF", ["--frame", file("crlf.tsv", "a\tN\t1\r\n"), "--plan", plan, ...chance], "draw.line-end"],
  [
    "bytes that are not UTF-8",
    ["--frame", file("gbk.tsv", Buffer.from([0xb4, 0xe5, 0x09])), "--plan", plan, ...chance],
    "data.not-utf8",
  ],
  [
    "a frame without a stratum of the plan",
    ["--frame", file("n.tsv", "a\tN\t1\n"), "--plan", plan, ...chance],
    "draw.stratum",
  ],
  ["a plan that is none", ["--frame", frame, "--plan", frame, ...chance], "draw.plan"],
  ["a file that is not there", ["--frame", "nowhere.tsv", "--plan", plan, ...chance], "cli.file-missing"],
  [
    "a secret that is not hex",
    ["--frame", frame, "--plan", plan, "--beacon", "x", "--secret", "secret"],
    "cli.bad-input",
  ],
  [
    "one share twice",
    ["--frame", frame, "--plan", plan, "--beacon", "x", "--secret", `${"42".repeat(32)},${"42".repeat(32)}`],
    "draw.share",
  ],
  [
    "a kind of randomness in capitals",
    ["--frame", frame, "--plan", plan, "--beacon", "HEX:61", "--secret", "42".repeat(32)],
    "draw.beacon",
  ],
  [
    "more holders than shares",
    ["--frame", frame, "--plan", plan, ...chance, "--holder", "a", "b"],
    "draw.holder",
  ],
  ["a short share", ["--frame", frame, "--plan", plan, "--beacon", "x", "--secret", "42"], "draw.share"],
  ["no randomness", ["--frame", frame, "--plan", plan, "--secret", emptySecret], "cli.bad-input"],
  [
    "two values where the plan names no source",
    ["--frame", frame, "--plan", plan, "--beacon", "x", "y", "--secret", emptySecret],
    "draw.beacon",
  ],
])("%s is wrong input", async (_, args, code) => {
  const run = await place.run("draw", ...args, "--json");
  expect([run.exitCode, run.json()["error"]]).toEqual([2, expect.objectContaining({ code })]);
});
