/** `assign` and `assign check` as an operator runs them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeCliPlace } from "../../../test/cli.ts";

const place = makeCliPlace();
afterAll(() => place.remove());
const published = join(import.meta.dirname, "../../../engines/assignment/vectors/instances.json");
const henan = ["--instance", published, "--name", "henan-2017"];

function write(name: string, json: unknown): string {
  const file = join(place.folder, name);
  writeFileSync(file, typeof json === "string" ? json : JSON.stringify(json));
  return file;
}

test("assigns, and the checker accepts the file; a changed pair is named", { timeout: 120_000 }, async () => {
  const run = await place.run("assign", ...henan, "--json");
  expect([run.exitCode, Object.keys(run.json())]).toEqual([0, ["assignment", "cost", "optimal", "gap"]]);
  expect(run.json()).toMatchObject({ cost: 2270, optimal: true, gap: 0, assignment: { C0: ["C7"] } });
  const check = await place.run(
    "assign",
    "check",
    ...henan,
    "--result",
    write("r.json", run.stdout),
    "--json",
  );
  expect([check.exitCode, check.json()]).toEqual([
    0,
    { feasible: true, cost: 2270, distance: 2270, broken: [] },
  ]);
  const forged = write("f.json", run.stdout.replace('"C7"', '"C5"'));
  const refused = await place.run("assign", "check", ...henan, "--result", forged, "--json");
  expect(refused.exitCode).toBe(1);
  expect(refused.json()).toMatchObject({ feasible: false });
  expect(refused.json()["broken"]).toContainEqual(
    expect.objectContaining({ rule: "lastYear", team: "C0", target: "C5", zh: "C0评C5：C0去年评过C5" }),
  );
});

test("teams to counties says on standard error that it works", { timeout: 120_000 }, async () => {
  const region = (id: string, at: number) => ({ id, xy: [at, 0] });
  const modelB = {
    teams: [{ id: "A1", home: "A", load: [0, 2] }],
    counties: [{ id: "K1", city: "B" }],
  };
  const file = write("b.json", { regions: ["A", "B"].map(region), modelB });
  const run = await place.run("assign", "--instance", file, "--model", "B", "--json");
  expect(run.stderr).toContain("正在计算各组派到哪些县，时限120秒");
  expect(run.json()["assignment"]).toEqual({ A1: ["K1"] });
});

test("a seed decides instead of the distance, and is checked too", { timeout: 120_000 }, async () => {
  const seed = "42".repeat(32);
  const run = await place.run("assign", ...henan, "--seed", seed, "--json");
  expect(run.json()).toMatchObject({ cost: 2494, distance: 3876, distanceCap: 390, seed, optimal: true });
  const check = ["assign", "check", ...henan, "--result", write("s.json", run.stdout), "--json"];
  expect((await place.run(...check, "--seed", seed)).json()).toMatchObject({ feasible: true, cost: 2494 });
  const other = await place.run(...check, "--seed", "43".repeat(32));
  expect([other.exitCode, other.stdout]).toEqual([1, expect.stringContaining('"rule": "seed"')]);
});

test(
  "what cannot be assigned is a sentence that names the rules, exit code 1",
  { timeout: 120_000 },
  async () => {
    const file = write("two.json", { regions: ["甲", "乙"].map((id) => ({ id, xy: [0, 0] })) });
    const run = await place.run("assign", "--instance", file, "--json");
    expect([run.exitCode, run.json()]).toMatchObject([
      1,
      {
        error: {
          code: "assign.conflict",
          zh: expect.stringContaining("甲和乙不互评"),
          detail: { isMinimal: true },
        },
      },
    ]);
  },
);

test("wrong input is a sentence and exit code 2", { timeout: 120_000 }, async () => {
  const misspelt = write("misspelt.json", { regions: [{ id: "A" }, { id: "B" }], lastyear: [] });
  const cases: [args: string[], code: string][] = [
    [["assign"], "cli.bad-input"],
    [["assign", "--instance", "missing.json"], "cli.file-missing"],
    [["assign", "--instance", write("no.json", "no")], "assign.not-json"],
    [["assign", "--instance", misspelt], "assign.format"],
    [["assign", "--instance", published], "assign.name-missing"],
    [["assign", "--instance", published, "--name", "a", "--model", "B"], "assign.no-model-b"],
    [["assign", ...henan, "--seed", "xyz"], "assign.seed"],
    [["assign", ...henan, "--limit-seconds", "0"], "cli.bad-input"],
    [["assign", "check", ...henan, "--result", misspelt], "assign.result-format"],
  ];
  for (const [args, code] of cases) {
    const run = await place.run(...args, "--json");
    expect([run.exitCode, run.json()["error"]], args.join(" ")).toMatchObject([2, { code }]);
  }
});
