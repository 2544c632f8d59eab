/** Each line of docs/published-figures.md against the API, on a database that holds the calibrated places of the demo. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { demoPlaces } from "../apps/cli/demo-place-list.ts";
import { loadDemoPlace } from "../apps/cli/demo-places.ts";
import { loadRuralPopulation, seedRuralPopulation } from "../domain/registry/rural-population.service.ts";
import type { TargetsOfArea } from "../domain/targets/target.contract.ts";
import { demoTargets, importTargets } from "../domain/targets/target.service.ts";
import type { AreaFigures } from "../domain/verdicts/figure.contract.ts";
import { demoPublished, loadPublished } from "../domain/verdicts/published-figure.service.ts";
import { openDatabase, wholeCountry } from "../platform/db/database.ts";
import { makeKeys } from "../platform/secrets/key-ring.ts";
import { installKeys } from "../platform/secrets/secrets.ts";
import { type TestApi, rolledBack } from "./api.ts";
import type { Client } from "./client.ts";
import { testDatabase } from "./database.ts";

interface Line {
  area: string;
  year: string;
  figure: string;
  value: string;
  quote: string;
  document: string;
  command: string;
  page: string;
}

test(
  "every published figure of the documents is served, with its sentence, beside the register's own",
  () =>
    rolledBack(async (t) => {
      await loadPlaces(t);
      const lines = readLines();
      expect(lines).toHaveLength(25);
      for (const line of lines) {
        const areaCode = line.area.padEnd(12, "0");
        const reader = t.as(await t.aPerson({ role: "cityReader", areaCode }));
        const shown = { ...line, ...(await showLine(reader, areaCode, line)) };
        expect(shown).toEqual(line);
        expect(line.page).toContain(`/areas/${areaCode}`);
        expect(line.command).toContain(`--area ${line.area}`);
      }
    }),
  900_000,
);

async function loadPlaces(t: TestApi): Promise<void> {
  installKeys(makeKeys());
  const owner = openDatabase((await testDatabase()).ownerUrl, 1);
  await owner.transaction(wholeCountry, { readOnly: false }, async (tx) => {
    await loadRuralPopulation(tx, seedRuralPopulation);
    await loadPublished(tx, demoPublished);
  });
  await owner.close();
  await t.asSystem((work) => importTargets(work, demoTargets));
  const silent = { step: () => undefined, bar: () => undefined, end: () => undefined };
  const working = { database: t.database, clock: t.clock, work: t.asSystem };
  for (const place of demoPlaces) await loadDemoPlace(working, silent, place);
}

function readLines(): Line[] {
  const text = readFileSync(new URL("../docs/published-figures.md", import.meta.url), "utf8");
  const rows = text.split("\n").filter((row) => /^\| \d/.test(row));
  return rows.map((row) => {
    const cells = row.split("|").map((cell) => cell.trim().replaceAll("`", ""));
    const [
      ,
      area = "",
      year = "",
      figure = "",
      value = "",
      quote = "",
      document = "",
      command = "",
      page = "",
    ] = cells;
    return { area, year, figure, value, quote, document, command, page };
  });
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
