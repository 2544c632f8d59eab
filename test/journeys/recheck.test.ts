/** The page for strangers, opened from disk as a stranger opens it: a good bundle is green, a changed byte is red and named. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildRecheckPage, hashOfPage } from "../../apps/recheck/build.ts";
import { type Bundle, digestOf, makeBundle, writeBundle } from "../../engines/survey/bundle/bundle.ts";
import { readParts } from "../../engines/survey/bundle/read-parts.ts";
import { drandBeacon, testBundle } from "../../engines/survey/bundle/test-bundle.ts";
import { makeCliPlace } from "../cli.ts";
import { countyBundle } from "./county-bundle.ts";
import { changes } from "./recheck-changes.ts";
import { desk, expectAccessible, expectNoSidewaysScroll, phone, press, tabTo } from "./steps.ts";

const executablePath = process.env["JINGZHUN_CHROMIUM"];
const browserIsReady = executablePath !== undefined;

/** By a lottery, whose day nothing can compute. */
const small = testBundle();
let folder: string;
let address: string;
let browser: Browser;
let county: string;
/** What any page asked of the network, but the page itself and the worker that it makes. */
const asked: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jingzhun-recheck-"));
  const path = await written("recheck.html", await buildRecheckPage());
  address = pathToFileURL(path).href;
  if (executablePath === undefined) return;
  county = await written("公布材料.json", writeBundle(countyBundle()));
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu"],
    env: { ...process.env, LANG: "C.UTF-8" },
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function written(name: string, text: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function open(viewport = desk): Promise<Page> {
  const page = await browser.newPage({ locale: "zh-CN", viewport });
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("blob:null/")) asked.push(request.url());
  });
  page.on("pageerror", (error) => asked.push(`error ${error.message}`));
  await page.goto(address);
  return page;
}

/** Gives a text as a file and waits for what the page says of it. */
async function give(page: Page, text: string | Buffer): Promise<void> {
  await page.locator("#report").evaluate((report) => report.replaceChildren());
  await page.locator("#file").setInputFiles({
    name: "bundle.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await page.locator("#report > *").first().waitFor();
}

/** Ids of the red lines, and their places, as they stand in the list of differences. */
const redLines = (page: Page) =>
  page
    .locator(".differences li")
    .evaluateAll((items) =>
      items.map((item) => [
        item.querySelector("a")?.hash.replace("#line-", ""),
        item.querySelector("code")?.textContent,
      ]),
    );

/** Changed by somebody who also brings the digest up to date. */
function forged(change: (bundle: Bundle) => void): string {
  const copy = structuredClone(small);
  change(copy);
  const { digest: _, ...rest } = copy;
  return writeBundle({ ...rest, digest: digestOf(rest) });
}

test("the page is the same byte for byte from whatever folder, and names nothing outside itself", async () => {
  const page = await buildRecheckPage();
  const place = makeCliPlace();
  const run = await place.run("draw", "page", "--out", "page.html", "--json");
  expect(run.json()["sha256"]).toBe(hashOfPage(page));
  expect(await readFile(join(place.folder, "page.html"), "utf8")).toBe(page);
  await place.remove();
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; worker-src blob:;/,
  );
  expect(page).not.toMatch(/<(?:link|img|iframe)\b|<script[^>]+\bsrc=|@import|url\(/);
});

test.skipIf(!browserIsReady)(
  "the bundle of a whole county: open where its plan names neither source nor questions, else green, with sample, seed and results",
  async () => {
    const page = await open();
    await page.locator("#file").setInputFiles(county);
    await page.getByRole("heading", { name: "没有不符的，2 项未能证明" }).waitFor();
    expect(await page.locator(".line").count()).toBe(37);
    expect(await page.locator(".line.holds").count()).toBe(35);
    const openLines = page.locator(".line.open");
    expect(await openLines.evaluateAll((lines) => lines.map(({ id }) => id))).toEqual([
      "line-beacon.planned",
      "line-results.questions",
    ]);
    await page.getByText("没有什么能证明随机数的来源是事先定下的").waitFor();
    expect(await page.locator(".same.differs").count()).toBe(0);
    // The seed of the reference draw, and R survey's estimate of the satisfied.
    await page.getByText('seed, "sub\\n411722"').waitFor();
    await page.getByRole("heading", { name: "satisfied＝true 的比例" }).waitFor();
    expect(await page.locator(".result").allInnerTexts()).toEqual([
      expect.stringContaining("0.02927893"),
      expect.stringContaining("0.00367"),
      expect.stringContaining("92.336%"),
    ]);
    for (const size of [desk, phone]) {
      await page.setViewportSize(size);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "No line is wrong, 2 are open" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await expectAccessible(page);
    await page.close();
  },
);

test.skipIf(!browserIsReady)(
  "each changed part is red and its place is named, though its digest was brought up to date",
  async () => {
    const page = await open();
    for (const [part, id, place, change] of changes) {
      await give(page, forged(change));
      expect((await redLines(page))[0], part).toEqual([id, place]);
      const line = page.locator(`[id="line-${id}"]`);
      await line.getByText("不符", { exact: true }).first().waitFor();
      expect(await line.locator(".difference").innerText(), part).toContain(place);
    }
    await page.close();
  },
);

test.skipIf(!browserIsReady)(
  "one changed byte, wherever it stands, is red; of the digest it is the only line",
  async () => {
    const page = await open();
    const text = writeBundle(small);
    for (let at = 5; at < text.length; at += Math.ceil(text.length / 24)) {
      await give(page, text.slice(0, at) + (text[at] === "7" ? "8" : "7") + text.slice(at + 1));
      expect((await redLines(page)).length, `byte ${at}`).toBeGreaterThan(0);
    }
    await give(
      page,
      text.replace(small.digest, `${small.digest.slice(0, -1)}${small.digest.endsWith("0") ? 1 : 0}`),
    );
    expect(await redLines(page)).toEqual([["file.digest", "digest"]]);
    await page.close();
  },
);

test.skipIf(!browserIsReady)("what was not published is neither green nor red", async () => {
  const page = await open();
  const { interviews: _, results: __, log: ___, ...parts } = readParts(JSON.parse(writeBundle(small)));
  await give(page, writeBundle(makeBundle(parts)));
  await page.getByRole("heading", { name: "公布了的，全部相符" }).waitFor();
  await page.getByText("材料里没有：查访记录、结果、日志证明").waitFor();
  expect(await page.locator(".line.left-out").count()).toBe(16);
  expect(await page.locator(".line.differs, .line.not-reached").count()).toBe(0);
  await page.close();
});

test.skipIf(!browserIsReady)("what is no bundle gets a sentence", async () => {
  const page = await open();
  const sentence = () => page.locator("#report").innerText();
  for (const text of ["", "hello", "[1,2]", "{}", '{"format":"other"}', "[".repeat(100_000)]) {
    await give(page, text);
    expect(await sentence(), text.slice(0, 20)).toContain("这不是公布材料");
  }
  await give(page, Buffer.from([0x50, 0x4b, 0xff, 0xfe, 0x00]));
  expect(await sentence()).toContain("不是 UTF-8 文字");
  // Of the right kind, and nested so deeply that no function can follow it.
  await give(page, `{"format":"jingzhun-bundle/1","frame":${"[".repeat(200_000)}${"]".repeat(200_000)}}`);
  expect(await sentence()).toMatch(/没有算完|不符/);
  await expectAccessible(page);
  await page.close();
});

test.skipIf(!browserIsReady)("without a mouse: pasted, checked, read in English, on a phone", async () => {
  const page = await open(phone);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await press(page, page.getByRole("button", { name: "English" }));
  await press(page, page.locator("#paste summary"));
  await tabTo(page, page.locator("#pasted"));
  await page.keyboard.insertText(writeBundle(small).trimEnd());
  await press(page, page.getByRole("button", { name: "Check what was pasted" }));
  await page.getByRole("heading", { name: "No line is wrong, 1 is open" }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("verdict");
  // A lottery cannot be computed: said, and neither green nor red.
  await page.locator('[id="line-log.time"]').getByText("for people to compare").waitFor();
  await tabTo(page, page.locator("#report summary").first());
  await page.keyboard.press("Enter");
  await expectNoSidewaysScroll(page);
  await page.close();
});

test.skipIf(!browserIsReady)(
  "keys that the reader has from elsewhere decide whose signatures count",
  async () => {
    const page = await open();
    const { key, witnesses } = small.log!;
    const trust = async (keys: string[]) => {
      await page.locator("#trusted").fill(keys.join("\n"));
      await give(page, writeBundle(small));
    };
    await page.locator("#trust summary").click();
    await trust([key, ...witnesses]);
    await page.locator('.line.holds[id="line-log.keys"]').waitFor();
    await trust([key, witnesses[0]!]);
    expect((await redLines(page))[0]).toEqual(["log.keys", "log.witnesses"]);
    await trust(["no key"]);
    await page.getByRole("alert").waitFor();
    await expectAccessible(page);
    await page.close();
  },
);

test.skipIf(!browserIsReady)("dropped on the page like a file from a desk", async () => {
  const page = await open();
  const data = await page.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "bundle.json"));
      return transfer;
    },
    writeBundle(testBundle({ beacon: drandBeacon })),
  );
  await page.locator("#drop").dispatchEvent("drop", { dataTransfer: data });
  await page.getByRole("heading", { name: "全部相符" }).waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#give").isVisible()).toBe(false);
  await page.close();
});

test.skipIf(!browserIsReady)("what is too large gets a sentence, and long work can be stopped", async () => {
  const page = await open();
  await page.evaluate(() => {
    const part = new Blob([new Uint8Array(16 * 1024 * 1024)]);
    const transfer = new DataTransfer();
    transfer.items.add(
      new File(
        Array.from({ length: 17 }, () => part),
        "bundle.json",
      ),
    );
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true }));
  });
  await page.getByText("这个文件有 272 MB").waitFor();
  await page.locator("#file").setInputFiles(county);
  await page.getByRole("button", { name: "停止" }).click();
  expect(await page.locator("#progress").isVisible()).toBe(false);
  expect(await page.locator("#report").innerText()).toBe("");
  await page.close();
});

test.skipIf(!browserIsReady)("nothing was asked of any network, nothing is kept", async () => {
  expect(asked).toEqual([]);
  const page = await open();
  await give(page, writeBundle(small));
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    "",
  ]);
  await page.close();
});
