/** Pictures of the page for strangers: a bundle whose plan leaves nothing open as it is, and with one digit changed. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { buildRecheckPage } from "../apps/recheck/build.ts";
import { writeBundle } from "../engines/survey/bundle/bundle.ts";
import { drandBeacon, testBundle } from "../engines/survey/bundle/test-bundle.ts";

/** @param take keeps the picture of the window under a name */
export async function takeRecheck(
  page: Page,
  take: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const files = await mkdtemp(join(tmpdir(), "jingzhun-recheck-"));
  const address = join(files, "recheck.html");
  await writeFile(address, await buildRecheckPage());
  const bundle = testBundle({ beacon: drandBeacon });
  await page.goto(pathToFileURL(address).href);
  await give(page, writeBundle(bundle));
  await take(page, "recheck-good");
  const [first] = bundle.draw.selected;
  if (first) first.pi = `1${first.pi}`;
  await give(page, writeBundle(bundle));
  await take(page, "recheck-red");
  await rm(files, { recursive: true });
}

async function give(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page.locator("#report").evaluate((report) => report.replaceChildren());
  await page.locator("#file").setInputFiles({ name: "公布材料.json", mimeType: "application/json", buffer });
  await page.locator("#verdict").waitFor();
}
