/** `survey plan` and `survey decide` as they are run: answers, and a sentence with exit code 2 for what cannot be computed. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CliPlace, makeCliPlace } from "../../test/cli.ts";

let place: CliPlace;

/** 30 villages of 20 households in two strata; `errors` of them have one household that is wrong. */
function sample(errors: number, cell = (wrong: boolean): string => (wrong ? "1" : "0")): string {
  const lines = ["stratum,village,w,wrong"];
  for (let village = 0; village < 30; village += 1) {
    for (let household = 0; household < 20; household += 1) {
      const isWrong = village < errors && household === 0;
      lines.push(`${village % 2},v${village},4,${cell(isWrong)}`);
    }
  }
  return lines.join("\n");
}

beforeAll(() => {
  place = makeCliPlace();
  for (const [name, text] of Object.entries({
    "none.csv": sample(0),
    "few.csv": sample(2),
    "many.csv": sample(24),
    "words.csv": sample(2, (wrong) => (wrong ? "错退" : "属实")),
    "census.csv": `N,y\n${Array.from({ length: 60 }, (_, at) => `60,${at === 0 ? 1 : 0}`).join("\n")}`,
  })) {
    writeFileSync(join(place.folder, name), text);
  }
});

afterAll(() => place.remove());

const design = ["--weight", "w", "--strata", "stratum", "--cluster", "village", "--json"];
const decide = (file: string, ...more: string[]) => place.run("survey", "decide", "--data", file, ...more);

test("a plan for a large county and for one of 3,000 households", async () => {
  const wish = ["--p0", "0.01", "--p1", "0.02", "--alpha", "0.1", "--beta", "0.05"];
  expect((await place.run("survey", "plan", ...wish, "--json")).json()).toEqual({ n: 1271, c: 17 });
  const finite = await place.run("survey", "plan", ...wish, "--population", "3000", "--json");
  expect(finite.json()).toEqual({ n: 895, c: 12 });
  const { stdout } = await place.run("survey", "plan", ...wish);
  expect(stdout).toContain("随机抽1271户，发现的错误不超过17户即通过");
});

test("certified, failed and inconclusive", async () => {
  const options = ["--proportion", "wrong=1", "--limit", "0.02", ...design];
  const few = (await decide("few.csv", ...options)).json();
  expect(few).toMatchObject({ decision: "certified", estimate: 2 / 600 });
  expect(Object.keys(few)).toEqual(["decision", "estimate", "upper", "lower", "nEff"]);
  expect((await decide("many.csv", ...options)).json()["decision"]).toBe("failed");
  const strict = await decide("few.csv", "--proportion", "wrong=1", "--limit", "0.005", ...design);
  expect(strict.json()["decision"]).toBe("inconclusive");
  const spoken = await decide("few.csv", "--proportion", "wrong=1", "--limit", "0.005");
  expect(spoken.stdout).toContain("证据不足不等于不达标");
  expect(spoken.stdout).toMatch(/^wrong=1（应低于0\.5%/);
});

test("a column of 0 and 1 needs no value", async () => {
  const [short, long] = await Promise.all(
    ["wrong", "wrong=1"].map((asked) =>
      decide("few.csv", "--proportion", asked, "--limit", "0.02", ...design),
    ),
  );
  expect(short?.json()).toEqual(long?.json());
});

test("nobody wrong: the planned design effect decides", async () => {
  const options = ["--proportion", "wrong=1", "--limit", "0.02", ...design];
  const none = (await decide("none.csv", ...options)).json();
  expect(none).toMatchObject({ decision: "certified", estimate: 0, lower: 0, nEff: 300 });
  const [inJson, inWords] = await Promise.all([
    decide("none.csv", ...options),
    decide("none.csv", ...options.slice(0, -1)),
  ]);
  expect(inJson.stderr).toContain("按2假定");
  expect(inWords.stdout).toContain("按2假定");
  expect(none["upper"]).toBeCloseTo(1 - 0.05 ** (1 / 300), 12);
  expect((await decide("none.csv", ...options, "--deff-plan", "5")).json()).toMatchObject({
    decision: "inconclusive",
    nEff: 120,
  });
});

test("a census is its own answer", async () => {
  const all = await decide("census.csv", "--fpc", "N", "--proportion", "y=1", "--limit", "0.02", "--json");
  const share = 1 / 60;
  expect(all.json()).toEqual({
    decision: "certified",
    estimate: share,
    upper: share,
    lower: share,
    nEff: 60,
  });
});

test("a census says that it is one; a share that should be high is decided by its complement", async () => {
  const census = ["--fpc", "N", "--proportion", "y=0"];
  const high = await decide("census.csv", ...census, "--limit", "0.9", "--at-least");
  expect(high.stdout).toMatch(/^y=0（应不低于90%.*达标/);
  expect(high.stdout).toContain("全部都查了，这就是真实数值：98.33%");
  const told = await place.run("survey", "estimate", "--data", "census.csv", ...census);
  expect(told.stdout).toContain("全部都查了，这就是真实数值");
  const sure = ["--proportion", "wrong=0", "--at-least", ...design];
  const [certified, mirrored] = await Promise.all([
    decide("few.csv", ...sure, "--limit", "0.98"),
    decide("few.csv", "--proportion", "wrong=1", "--limit", "0.02", ...design),
  ]);
  const [own, other] = [certified.json(), mirrored.json()];
  expect([own["decision"], own["nEff"]]).toEqual(["certified", other["nEff"]]);
  expect(Number(own["lower"])).toBeCloseTo(1 - Number(other["upper"]), 12);
  const failed = await decide("many.csv", ...sure.slice(0, -1), "--limit", "0.98");
  expect(failed.stdout).toContain("上限低于98%，所以认定不达标");
});

test("a value may be a word, but not one that nobody has", async () => {
  const named = await decide("words.csv", "--proportion", "wrong=错退", "--limit", "0.02", ...design);
  expect(named.json()["estimate"]).toBeCloseTo(2 / 600, 12);
  const slip = await decide("words.csv", "--proportion", "wrong=错推", "--limit", "0.02", ...design);
  expect([slip.exitCode, slip.json()["error"]]).toEqual([
    2,
    expect.objectContaining({ code: "survey.no-such-value" }),
  ]);
});

test.each([
  [["plan", "--p0", "0.03", "--p1", "0.02", "--alpha", "0.1", "--beta", "0.05"], "decision.bad-shares"],
  [["plan", "--p0", "x", "--p1", "0.02", "--alpha", "0.1", "--beta", "0.05"], "cli.bad-input"],
  [["decide", "--data", "words.csv", "--proportion", "wrong", "--limit", "0.02"], "cli.bad-input"],
  [["decide", "--data", "few.csv", "--limit", "0.02"], "cli.bad-input"],
  [["decide", "--data", "few.csv", "--proportion", "wrong=1", "--limit", "2"], "decision.bad-limit"],
  [["decide", "--data", "few.csv", "--proportion", "right=1", "--limit", "0.02"], "data.column-missing"],
  [["decide", "--data", "gone.csv", "--proportion", "wrong=1", "--limit", "0.02"], "cli.file-missing"],
  [
    ["decide", "--data", "few.csv", "--proportion", "wrong=1", "--limit", "0.02", "--alpha", "0.7"],
    "cli.bad-input",
  ],
  [["plan", "--p0", "0.01", "--p1", "0.02", "--alpha", "0.7", "--beta", "0.05"], "cli.bad-input"],
])("%j: %s and exit code 2", async (words, code) => {
  const run = await place.run("survey", ...words, "--json");
  expect([run.exitCode, run.json()["error"]]).toEqual([2, expect.objectContaining({ code })]);
});
