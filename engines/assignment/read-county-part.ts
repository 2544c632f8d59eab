/** The part of an instance that sends teams to counties. */
import type { County, CountyPart, CountyTeam, Region } from "./instance.ts";
import { readKnown, readMatrix, readTie, requireDistinct } from "./read-known.ts";
import { readId, readList, readObject, readPoint, readWhole, wrong } from "./read-value.ts";

const fields = ["teams", "counties", "load", "citiesPerTeam", "distance"];

/** @throws InputError assign.format */
export function readCountyPart(value: unknown, regions: readonly Region[]): CountyPart {
  const given = readObject(value, "modelB", fields);
  const regionIds = regions.map((region) => region.id);
  const counties = readList(given["counties"], "modelB.counties", (one, at) =>
    readCounty(one, at, regionIds),
  );
  const countyIds = counties.map((county) => county.id);
  requireDistinct([...regionIds, ...countyIds], "modelB.counties");
  const load = given["load"] === undefined ? undefined : readLoad(given["load"], "modelB.load");
  const targets = [...regionIds, ...countyIds];
  const teams = readList(given["teams"], "modelB.teams", (one, at) =>
    readTeam(one, at, { regionIds, targets, load }),
  );
  requireDistinct(
    teams.map((team) => team.id),
    "modelB.teams",
  );
  if (teams.length === 0) throw wrong("modelB.teams", "至少要有一个组", "should hold at least one team");
  if (counties.length === 0)
    throw wrong("modelB.counties", "至少要有一个县", "should hold at least one county");
  const distance = given["distance"];
  return {
    teams,
    counties,
    citiesPerTeam:
      given["citiesPerTeam"] === undefined
        ? regions.length
        : readWhole(given["citiesPerTeam"], "modelB.citiesPerTeam"),
    distance:
      distance === undefined
        ? undefined
        : readMatrix(distance, "modelB.distance", teams.length, counties.length),
  };
}

function readCounty(value: unknown, place: string, regions: readonly string[]): County {
  const given = readObject(value, place, ["id", "name", "city", "xy"]);
  return {
    id: readId(given["id"], `${place}.id`),
    city: readKnown(given["city"], `${place}.city`, regions),
    xy: given["xy"] === undefined ? undefined : readPoint(given["xy"], `${place}.xy`),
  };
}

interface KnownToTeams {
  regionIds: readonly string[];
  /** Regions and counties. */
  targets: readonly string[];
  load: readonly [number, number] | undefined;
}

function readTeam(value: unknown, place: string, { regionIds, targets, load }: KnownToTeams): CountyTeam {
  const given = readObject(value, place, ["id", "name", "home", "load", "avoid"]);
  const home = given["home"];
  const homes = readList(Array.isArray(home) ? home : [home], `${place}.home`, (one, at) =>
    readKnown(one, at, regionIds),
  );
  if (homes.length === 0) throw wrong(`${place}.home`, "应为地区编号", "should be the id of a region");
  const own = given["load"] === undefined ? load : readLoad(given["load"], `${place}.load`);
  if (!own) {
    throw wrong(`${place}.load`, "没有写，modelB.load 也没有写", "is absent, and so is modelB.load");
  }
  return {
    id: readId(given["id"], `${place}.id`),
    homes,
    load: own,
    avoid: readList(given["avoid"], `${place}.avoid`, (one, at) => readTie(one, at, targets)),
  };
}

function readLoad(value: unknown, place: string): readonly [number, number] {
  const [least, most, ...more] = readList(value, place, (item, at) => readWhole(item, at));
  if (least !== undefined && most !== undefined && more.length === 0 && least <= most) return [least, most];
  throw wrong(place, "应为两个整数 [最少, 最多]", "should be two whole numbers [least, most]");
}
