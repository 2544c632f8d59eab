/**
 * Each line of docs/published-figures.md three times over: as the API serves it, by the command that the line names, and
 * on the page that it names, in a database that holds the calibrated places of the demo.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TargetsOfArea } from "../../domain/targets/target.contract.ts";
import type { AreaFigures } from "../../domain/verdicts/figures/figure.contract.ts";
import { rolledBack } from "../api.ts";
import { makeCliPlace } from "../cli.ts";
import type { Client } from "../client.ts";
import { testDatabase } from "../database.ts";
import { type RunningHouse, browserIsReady, openHouse } from "../journeys/running-house.ts";
import { openPage, signIn } from "../journeys/steps.ts";
import { type Line, readLines } from "./lines.ts";
import { loadPlaces, reader } from "./places.ts";

const lines = readLines();
const patient = 300_000;
let house: RunningHouse | undefined;

beforeAll(async () => {
  await loadPlaces(await testDatabase());
  if (browserIsReady) house = await openHouse();
}, patient);

afterAll(() => house?.close());

test(
  "every line is served by the API, with its sentence, beside the register's own number",
  () =>
    rolledBack(async (t) => {
      expect(lines).toHaveLength(25);
      for (const line of lines) {
        const areaCode = line.area.padEnd(12, "0");
        const reader = t.as(await t.aPerson({ role: "cityReader", areaCode }));
        expect({ ...line, ...(await showLine(reader, areaCode, line)) }).toEqual(line);
      }
    }),
  patient,
);

test(
  "every line's command says its numbers",
  async () => {
    const { appUrl } = await testDatabase();
    const place = makeCliPlace({ DATABASE_URL: appUrl });
    for (const command of new Set(lines.map((line) => line.command))) {
      const { exitCode, stdout } = await place.run(...command.split(" "));
      expect([command, exitCode]).toEqual([command, 0]);
      for (const line of lines.filter((one) => one.command === command))
        for (const part of partsOf(line)) expect(stdout.replaceAll(",", "")).toContain(part);
    }
    await place.remove();
  },
  patient,
);

test.skipIf(!browserIsReady)(
  "every line's page shows its numbers",
  async () => {
    if (!house) throw new Error("There is a browser, so there is a house");
    const page = await openPage(house);
    await signIn(page, house, reader);
    await page.getByRole("navigation").first().waitFor();
    for (const address of new Set(lines.map((line) => line.page))) {
      await page.goto(`${house.address}${address}`);
      const main = page.locator("main");
      const words = async () => (await main.innerText()).replaceAll(",", "");
      for (const line of lines.filter((one) => one.page === address))
        for (const part of partsOf(line))
          await expect.poll(words, { timeout: 20_000, message: `${address} ${line.figure}` }).toContain(part);
    }
    await page.close();
  },
  patient,
);

test.skipIf(!browserIsReady)(
  "the figures of each of a reader's places are one press away, and Today is of the one that was chosen",
  async () => {
    if (!house) throw new Error("There is a browser, so there is a house");
    const page = await openPage(house);
    await signIn(page, house, reader);
    await page.getByRole("heading", { name: "今天" }).waitFor();
    const strip = page.getByRole("navigation", { name: "切换地区" });
    for (const place of ["内乡县", "肇庆市"]) {
      await strip.getByRole("button", { name: place }).click();
      await page.getByRole("heading", { name: place, level: 1 }).waitFor();
      await page.getByRole("region", { name: "公布数与系统数", exact: true }).first().waitFor();
      await page.getByRole("link", { name: "今天" }).first().click();
      await page.getByRole("region", { name: `${place}现状` }).waitFor();
      expect(await strip.locator("[aria-current]").innerText()).toBe(place);
    }
    await page.close();
  },
  patient,
);

/** The numbers and words that a reader must find, without the commas of thousands; a terminal writes another minus than a page. */
function partsOf({ value }: Line): string[] {
  return value
    .replaceAll(",", "")
    .replace(/ %|−/g, "")
    .split(/ [/=→] |（|）/)
    .filter((part) => part !== "");
}

/** The line as the API would write it. */
async function showLine(reader: Client, area: string, line: Line): Promise<Partial<Line>> {
  const [id = "", kind = ""] = line.figure.split(" ");
  if (id === "targets") return showTarget(reader, area, kind, line);
  const { body } = await reader.get<AreaFigures>(`/areas/${area}/figures?year=${line.year}`);
  const indicator = id === "adjustment" ? "exit-rate" : id;
  const year = Number(line.year);
  const published = body.published.find((one) => one.indicator === indicator && one.year === year);
  const own = body.figures.find((figure) => figure.id === indicator);
  if (!published) return { value: "nothing is published" };
  const document = `${published.document} ${published.publishedOn}`;
  const { quote, numerator, denominator, system } = published;
  if (id === "adjustment") {
    const { basePersons = 0, persons = 0, net = 0 } = own?.adjustment ?? {};
    const value = `${grouped(basePersons)} → ${grouped(persons)} = −${grouped(-net)}`;
    return { value, quote, document };
  }
  if (numerator === null) {
    expect([own, system, body.years]).toEqual([undefined, null, []]);
    return { value: "未公布", quote, document };
  }
  // Register and publication say the same, and the two ways to the register, too.
  expect(system).toEqual({ numerator, denominator });
  expect(own).toMatchObject({ numerator, denominator });
  return { value: valueOf(numerator, denominator), quote, document };
}

async function showTarget(reader: Client, area: string, kind: string, line: Line): Promise<Partial<Line>> {
  const { body } = await reader.get<TargetsOfArea>(`/areas/${area}/targets`);
  if (line.year.includes("–")) {
    const total = body.totals.find((one) => one.kind === kind);
    const year = `${total?.years[0]}–${total?.years.at(-1)}`;
    return { year, value: grouped(total?.planned ?? 0) };
  }
  const target = body.targets.find((one) => one.kind === kind && one.year === Number(line.year));
  if (!target) return { value: "nothing is planned" };
  const { planned, split, quote, document, documentDate } = target;
  return {
    value: `${grouped(planned)}${split ? "" : "（未分解）"}`,
    quote,
    document: `${document} ${documentDate}`,
  };
}

function valueOf(numerator: number, denominator: number | null): string {
  if (denominator === null) return grouped(numerator);
  const percent = ((numerator / denominator) * 100).toFixed(2);
  return `${grouped(numerator)} / ${grouped(denominator)} = ${percent} %`;
}

function grouped(value: number): string {
  return value.toLocaleString("en-US");
}
