/** The second stage: in each drawn village and group a simple random sample of households by ordered hash. */
import { InputError } from "../../input-error.ts";
import type { Chance } from "./chance.ts";
import type { Frame, FrameUnit } from "./frame.ts";
import type { HouseholdList, ListedHousehold } from "./household-list.ts";
import { listRoot } from "./list-lines.ts";
import { type Probability, weightOf } from "./probability.ts";
import type { SelectedUnit } from "./selection.ts";
import { drawSimpleRandom } from "./simple-random.ts";

export interface DrawnHousehold {
  household: ListedHousehold;
  /** Place in the hash order of its village and group, from 1: who follows when somebody cannot be reached. */
  order: number;
  /** Within its village: n/N of its group. */
  probability: Probability;
  /** Of both stages, how many households it stands for; null where the village has no exact probability. */
  weight: number | null;
}

export interface HouseholdDraw {
  list: HouseholdList;
  root: Uint8Array;
  households: DrawnHousehold[];
  /** By village and group, in hash order; one may be opened only after the state of a drawn one is signed. */
  reserves: ListedHousehold[];
}

/**
 * Stage `hh/VILLAGE/GROUP`; all households of a group where it has fewer than the plan asks for.
 * @throws InputError draw.village, draw.group, draw.no-households
 */
export function drawHouseholds(
  chance: Chance,
  groups: readonly [group: string, count: number][],
  frame: Frame,
  villages: readonly SelectedUnit<FrameUnit>[],
  list: HouseholdList,
): HouseholdDraw {
  requireKnown(groups, frame, list);
  const byVillage = Map.groupBy(list.households, (household) => household.village);
  const drawn = villages.flatMap((village) => {
    const listed = byVillage.get(village.unit.id);
    if (!listed) throw noHouseholds(village.unit.id);
    return groups.map(([group, count]) => drawGroup(chance, village, group, count, listed));
  });
  return {
    list,
    root: listRoot(list.lines),
    households: drawn.flatMap((one) => one.households),
    reserves: drawn.flatMap((one) => one.reserves),
  };
}

function drawGroup(
  chance: Chance,
  village: SelectedUnit<FrameUnit>,
  group: string,
  count: number,
  listed: readonly ListedHousehold[],
): Pick<HouseholdDraw, "households" | "reserves"> {
  const units = listed.filter((household) => household.group === group);
  const stage = `hh/${village.unit.id}/${group}`;
  const { selected, reserves } = drawSimpleRandom(chance, stage, units, Math.min(count, units.length));
  const households = selected.map(({ unit, probability }, at) => ({
    household: unit,
    order: at + 1,
    probability,
    weight: village.probability && weightOf(village.probability, probability),
  }));
  return { households, reserves };
}

function requireKnown(
  groups: readonly [group: string, count: number][],
  frame: Frame,
  list: HouseholdList,
): void {
  const villages = new Set(frame.units.map((unit) => unit.id));
  const planned = new Set(groups.map(([group]) => group));
  for (const { id, village, group } of list.households) {
    if (!villages.has(village)) throw unknownVillage(id, village);
    if (!planned.has(group)) throw unknownGroup(id, group);
  }
}

function unknownVillage(id: string, village: string): InputError {
  return new InputError("draw.village", {
    zh: `户 ${id} 所在的村 ${village} 不在抽样名单里。`,
    en: `The household ${id} is of village ${village}, which the frame does not have.`,
  });
}

function unknownGroup(id: string, group: string): InputError {
  return new InputError("draw.group", {
    zh: `户 ${id} 的类别 ${group} 方案没有写抽几户。不抽也要写明：0。`,
    en: `The household ${id} is of group ${group}, which the plan does not name. Say how many to draw, if none: 0.`,
  });
}

function noHouseholds(village: string): InputError {
  return new InputError("draw.no-households", {
    zh: `抽中的村 ${village} 在户名单里一户也没有。请补齐户名单。`,
    en: `The drawn village ${village} has no household in the list. Complete the list.`,
  });
}
