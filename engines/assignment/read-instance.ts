/** The file of an instance → the instance, with every id known and every matrix of the right shape. */
import { InputError } from "../input-error.ts";
import { kilometresBetween } from "./distance.ts";
import type { Instance, Region, RegionPair } from "./instance.ts";
import { readCountyPart } from "./read-county-part.ts";
import { readKnown, readMatrix, readTie, requireDistinct } from "./read-known.ts";
import { isObject, readId, readList, readObject, readPoint, readWhole, wrong } from "./read-value.ts";

/** The last two are expected results beside an instance; they decide nothing. */
const fields =
  "name note regions distance lastYear pairedHelp conflicts distanceCap modelB modelA modelAAssignment".split(
    " ",
  );

/**
 * @param json the parsed file: one instance, or an object of several by name
 * @param name which of several
 * @throws InputError assign.format, assign.name-missing
 */
export function readInstance(json: unknown, name?: string): Instance {
  const found = chosen(json, name);
  const given = readObject(found, "", fields);
  const regions = readList(given["regions"], "regions", readRegion);
  const ids = regions.map((region) => region.id);
  if (ids.length < 2) throw wrong("regions", "至少要有两个地区", "should hold at least two regions");
  requireDistinct(ids, "regions");
  const pair = (value: unknown, place: string) => readPair(value, place, ids);
  return {
    regions,
    distance: readDistance(given["distance"], regions),
    lastYear: readList(given["lastYear"], "lastYear", pair),
    pairedHelp: readList(given["pairedHelp"], "pairedHelp", pair),
    conflicts: readList(given["conflicts"], "conflicts", (value, place) => readConflict(value, place, ids)),
    distanceCap:
      given["distanceCap"] === undefined ? undefined : readWhole(given["distanceCap"], "distanceCap"),
    defaultModel: given["modelB"] !== undefined && given["modelA"] === undefined ? "B" : "A",
    countyPart: given["modelB"] === undefined ? undefined : readCountyPart(given["modelB"], regions),
  };
}

function chosen(json: unknown, name: string | undefined): unknown {
  if (!isObject(json) || "regions" in json) return json;
  const names = Object.keys(json).filter((key) => isObject(json[key]));
  if (names.length === 0) return json;
  if (name !== undefined && names.includes(name)) return json[name];
  if (name === undefined && names.length === 1) return json[names[0] ?? ""];
  throw new InputError("assign.name-missing", {
    zh: `文件里有多个实例，请用 --name 指定一个：${names.join("、")}。`,
    en: `The file holds several instances; choose one with --name: ${names.join(", ")}.`,
  });
}

function readRegion(value: unknown, place: string): Region {
  const given = readObject(value, place, ["id", "name", "xy"]);
  return {
    id: readId(given["id"], `${place}.id`),
    xy: given["xy"] === undefined ? undefined : readPoint(given["xy"], `${place}.xy`),
  };
}

function readPair(value: unknown, place: string, known: readonly string[]): RegionPair {
  const [first, second, ...more] = readList(value, place, (item, at) => readKnown(item, at, known));
  if (first !== undefined && second !== undefined && more.length === 0) return [first, second];
  throw wrong(place, "应为两个地区编号", "should be two region ids");
}

function readConflict(
  value: unknown,
  place: string,
  known: readonly string[],
): Instance["conflicts"][number] {
  const given = readObject(value, place, ["from", "target", "reason"]);
  const from = readKnown(given["from"], `${place}.from`, known);
  const { from: _, ...tie } = given;
  return { from, ...readTie(tie, place, known) };
}

function readDistance(value: unknown, regions: readonly Region[]): readonly (readonly number[])[] {
  if (value !== undefined) return readMatrix(value, "distance", regions.length, regions.length);
  return regions.map((from) =>
    regions.map((to) => {
      if (from.xy && to.xy) return kilometresBetween(from.xy, to.xy);
      throw wrong(
        "distance",
        "没有距离矩阵，又不是每个地区都有 xy",
        "is absent, and not every region has its xy to measure from",
      );
    }),
  );
}
