/** Places as a dated tree by parent pointer: codes change, places are renamed, pseudo-codes exist. */
import { AnyAreaCode } from "../access/area-code.contract.ts";
import { wholeCountryCode } from "../access/system-work.ts";
import type { Work } from "../access/work.ts";
import type { Area } from "./division.contract.ts";
import { divisionProblems } from "./division.problems.ts";
import * as store from "./division.sql.ts";

/** 2, 4, 6, 9 or 12 digits (or 0, the whole country) as 12. @throws Problem area.bad-code */
export function parseArea(text: string): string {
  const area = AnyAreaCode.safeParse(text.trim());
  if (!area.success) throw divisionProblems["area.bad-code"]({ code: text.slice(0, 20) });
  return area.data;
}

/** A place with its path and the places directly below. The whole country is level 0. @throws Problem area.not-found */
export async function getDivisionTree(work: Work, code: string): Promise<Area> {
  const isCountry = code === wholeCountryCode;
  const path = isCountry ? [{ code, name: "全国", level: 0 }] : await store.listAncestors(work.tx, code);
  const own = path.at(-1);
  if (own?.code !== code) throw divisionProblems["area.not-found"]({ code });
  const children = await store.listChildren(work.tx, isCountry ? null : code);
  return {
    code,
    name: own.name,
    level: own.level,
    path: path.map((place) => ({ code: place.code, name: place.name })),
    children: children.map((child) => ({ code: child.code, name: child.name, level: child.level })),
  };
}

/** The path from the province down to a place; shorter when the place is not known (any more). */
export async function listPath(work: Work, code: string): Promise<Area["path"]> {
  const rows = await store.listAncestors(work.tx, code);
  return rows.map((place) => ({ code: place.code, name: place.name }));
}

/** A place by its 12 digits; its name is the code where it is not known (any more). */
export async function namePlace(work: Work, code: string): Promise<Area["path"][number]> {
  if (code === wholeCountryCode) return { code, name: "全国" };
  const path = await listPath(work, code);
  return { code, name: path.at(-1)?.name ?? code };
}

/** Names of places by their 12 digits, also of the whole country; a place that is not known (any more) is left out. */
export async function placeNames(work: Work, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await store.listNamesOf(work.tx, codes);
  const country: [string, string][] = codes.includes(wholeCountryCode) ? [[wholeCountryCode, "全国"]] : [];
  return new Map([...country, ...rows.map(({ code, name }): [string, string] => [code, name])]);
}

/**
 * Names of the counties in an area and of everything below those that are asked for. A place narrower than a county
 * brings its whole county, because files name the county, too.
 */
export async function listPlaceNames(
  work: Work,
  areaLow: string,
  areaHigh: string,
  pickCounties: (counties: store.DivisionRow[]) => string[],
): Promise<store.DivisionRow[]> {
  const [low, high] = [`${areaLow.slice(0, 6)}000000`, `${areaHigh.slice(0, 6)}999999`];
  const counties = await store.listNames(work.tx, low, high, [3]);
  const places = [...counties];
  for (const code of pickCounties(counties)) {
    const prefix = code.slice(0, 6);
    places.push(...(await store.listNames(work.tx, `${prefix}000000`, `${prefix}999999`, [4, 5])));
  }
  return places;
}
