/** House, water, road and land of a synthetic household. Those that were lifted live better. */
import type { Chance } from "./random.ts";

export interface SyntheticLiving {
  houseGrade: string;
  isDangerous: boolean;
  houseArea: number;
  waterSafe: boolean;
  toilet: boolean;
  power: boolean;
  roadType: string | null;
  /** 公里 */
  roadDistance: number;
  /** 亩; irrigated is part of the farmland, orchard and returned farmland are parts of the forest. */
  farmland: number;
  irrigated: number;
  forest: number;
  returnedForest: number;
  orchard: number;
  pasture: number;
  waterSurface: number;
}

export function drawLiving(chance: Chance, exitStatus: string, persons: number): SyntheticLiving {
  const isLifted = exitStatus === "已脱贫";
  const risk = isLifted ? 1 : 8;
  const houseGrade = chance.weighted([
    ["A级", 300],
    ["B级", 420],
    ["非危房不需要鉴定", 240],
    ["需鉴定但未鉴定", 3 * risk],
    ["C级", 4 * risk],
    ["D级", 2 * risk],
  ]);
  return {
    houseGrade,
    isDangerous: houseGrade === "C级" || houseGrade === "D级",
    houseArea: persons * chance.between(14, 32) + chance.between(5, 30),
    waterSafe: chance.happens(isLifted ? 0.995 : 0.95),
    toilet: chance.happens(0.6),
    power: chance.happens(0.998),
    roadType: drawRoadType(chance),
    roadDistance: chance.happens(0.01) ? chance.between(51, 80) / 10 : chance.between(0, 25) / 10,
    ...drawLand(chance, persons),
  };
}

function drawRoadType(chance: Chance): string | null {
  if (chance.happens(0.01)) return null;
  return chance.weighted([
    ["水泥路", 72],
    ["沥青路", 8],
    ["砂石路", 12],
    ["泥土路", 8],
  ]);
}

function drawLand(
  chance: Chance,
  persons: number,
): Pick<
  SyntheticLiving,
  "farmland" | "irrigated" | "forest" | "returnedForest" | "orchard" | "pasture" | "waterSurface"
> {
  const tenths = (size: number): number => Math.round(size * 10) / 10;
  const farmland = tenths(persons * chance.next() * 2.2);
  const forest = chance.happens(0.15) ? tenths(chance.next() * 6) : 0;
  return {
    farmland,
    irrigated: tenths(farmland * (0.4 + chance.next() * 0.6)),
    forest,
    returnedForest: tenths(forest * chance.next() * 0.5),
    orchard: tenths(forest * chance.next() * 0.4),
    pasture: 0,
    waterSurface: chance.happens(0.02) ? tenths(chance.next() * 3) : 0,
  };
}
