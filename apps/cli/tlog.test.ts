import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeCliPlace } from "../../test/cli.ts";

const place = makeCliPlace();
afterAll(() => place.remove());

const file = (name: string, text: string | Buffer) => {
  const path = join(place.folder, name);
  writeFileSync(path, text);
  return path;
};
const log = file("log.txt", "第一条\nsecond\n\nfourth\r\nfifth");
const json = async (...args: string[]) => (await place.run("tlog", ...args, "--json")).json();

test("the root counts each line, an empty one too, and does not mind the last line feed", async () => {
  const root = await json("root", log);
  expect(root).toEqual({ size: 5, root: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await json("root", file("ended.txt", "第一条\nsecond\n\nfourth\r\nfifth\n"))).toEqual(root);
  expect(await json("root", file("empty.txt", ""))).toEqual({
    size: 0,
    root: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  });
  // The published root of the one empty entry.
  expect(await json("root", file("one.txt", "\n"))).toEqual({
    size: 1,
    root: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  });
});

test("a proof that was made checks, and not for another entry", async () => {
  const root = String((await json("root", log))["root"]);
  const made = await json("prove", log, "--index", "1");
  expect(made).toMatchObject({ index: 1, size: 5, proof: { length: 3 } });
  const proof = file("proof.json", JSON.stringify(made));
  const claim = ["--root", root, "--size", "5", "--index", "1", "--proof"];
  expect(await json("check", ...claim, proof, "--entry", "second")).toEqual({ ok: true });
  const list = file("list.json", JSON.stringify(made["proof"]));
  expect(await json("check", ...claim, list, "--entry", "second")).toEqual({ ok: true });
  const wrong = await place.run("tlog", "check", ...claim, proof, "--entry", "Second", "--json");
  expect([wrong.exitCode, wrong.json()]).toEqual([1, { ok: false }]);
});

test("in words: which entry of how many, and what the proof shows; bytes that are overlooked are named", async () => {
  const [proved, grown, marked] = await Promise.all([
    place.run("tlog", "prove", log, "--index", "1"),
    place.run("tlog", "consistency", log, "--old", "2"),
    place.run("tlog", "root", file("marked.txt", "\uFEFFa\r\nb\n")),
  ]);
  expect(proved.stdout).toContain("共5条时第1条（从0数起）的证明，3个哈希");
  expect(grown.stdout).toContain("日志从2条增加到5条，前2条没有变");
  expect(marked.stdout).toMatch(/BOM[^]*CRLF/);
});

test("an older size: its proof, and that the log only grew", async () => {
  expect(await json("prove", log, "--index", "1", "--size", "2")).toMatchObject({
    size: 2,
    proof: { length: 1 },
  });
  const grown = await json("consistency", log, "--old", "2");
  expect(grown).toMatchObject({ old: 2, size: 5, proof: { length: 2 } });
  expect(grown["oldRoot"]).toBe((await json("root", file("old.txt", "第一条\nsecond\n")))["root"]);
});

const key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const signed =
  "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

test("the published example of a signed note verifies; changed, it does not", async () => {
  const good = await place.run("tlog", "note", "verify", "--key", key, file("note.txt", signed), "--json");
  expect([good.exitCode, good.json()]).toEqual([
    0,
    {
      verified: true,
      name: "example.com/foo",
      time: null,
      text: "This is an example message.\n",
      checkpoint: null,
    },
  ]);
  const changed = file("changed.txt", signed.replace("example message", "exemplary message"));
  const bad = await place.run("tlog", "note", "verify", "--key", key, changed, "--json");
  expect([bad.exitCode, bad.json()]).toMatchObject([1, { verified: false }]);
});

test.each([
  [["prove", log, "--index", "5"], "tlog.index"],
  [["prove", log, "--index", "0", "--size", "6"], "tlog.size"],
  [["prove", log], "cli.bad-input"],
  [["consistency", log, "--old", "6"], "tlog.size"],
  [["root", "nowhere.txt"], "cli.file-missing"],
  [
    ["check", "--root", "00".repeat(32), "--size", "1", "--index", "0", "--entry", "x", "--proof", log],
    "tlog.proof-file",
  ],
  [
    ["check", "--root", "abcd", "--size", "1", "--index", "0", "--entry", "x", "--proof", log],
    "cli.bad-input",
  ],
  [["root", file("book.xlsx", Buffer.from("504b030414000600", "hex"))], "tlog.not-text"],
  [["note", "verify", "--key", "foo", log], "tlog.key"],
  [["note", "verify", "--key", key, log], "tlog.note"],
])("wrong input is a sentence and exit code 2 (%#)", async (args, code) => {
  const run = await place.run("tlog", ...args, "--json");
  expect([run.exitCode, run.json()["error"]]).toEqual([2, expect.objectContaining({ code })]);
});
