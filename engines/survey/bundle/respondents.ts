/**
 * Who answered, and how many units each stands for. Inside a village and group (of one stage: a stratum) those who answered
 * stand for all: N · (share of those sought who belong to the frame) / those interviewed, over the probability of the village.
 * A village and group where nobody answered is stood for by the others of its stratum and group, in proportion.
 */
import { InputError } from "../../input-error.ts";
import type { Draw } from "../draw/draw.ts";
import { weightOf } from "../draw/probability.ts";
import type { Interview, interviewStates } from "./interview.ts";

export interface Respondent {
  stratum: string;
  /** The village; of one stage the unit itself. */
  cluster: string;
  /** Of the second stage; of one stage the stratum. */
  group: string;
  weight: number;
  answers: Interview["answers"];
}

/** Units among which those who answered stand for those who did not. */
interface Cell {
  stratum: string;
  group: string;
  /** How many units of the frame the cell stands for before anybody was sought. */
  size: number;
  sought: { id: string; cluster: string }[];
}

/** Errors of the frame: such a unit is none, so nobody stands for it. */
const outside: ReadonlySet<(typeof interviewStates)[number]> = new Set([
  "dissolved",
  "not-found",
  "wrongly-on-frame",
]);

/** Whether a visit showed that the unit is none of the frame. */
export function isOutsideFrame(state: Interview["state"]): boolean {
  return outside.has(state);
}

/** @throws InputError results.no-weights where a drawn unit has no exact probability */
export function respondentsOf(draw: Draw, interviews: readonly Interview[]): Respondent[] {
  const described = describedCells(draw, interviews);
  const together = Map.groupBy(described, ({ stratum, group }) => `${stratum} ${group}`);
  return described.flatMap(({ stratum, group, size, answered }) => {
    const peers = together.get(`${stratum} ${group}`) ?? [];
    const all = peers.reduce((sum, peer) => sum + peer.size, 0);
    const reached = peers.reduce((sum, peer) => sum + (peer.answered.length > 0 ? peer.size : 0), 0);
    const weight = (size / answered.length) * (all / reached);
    return answered.map((one) => ({ stratum, group, weight, ...one }));
  });
}

/** Strata and groups that belong to the frame and where nobody answered: nobody there can be stood for. */
export function silentCells(
  draw: Draw,
  interviews: readonly Interview[],
): { stratum: string; group: string }[] {
  const cells = Map.groupBy(describedCells(draw, interviews), ({ stratum, group }) => `${stratum} ${group}`);
  return [...cells.values()].flatMap((own) =>
    own.some(({ size }) => size > 0) && own.every(({ answered }) => answered.length === 0)
      ? own.slice(0, 1).map(({ stratum, group }) => ({ stratum, group }))
      : [],
  );
}

interface DescribedCell extends Cell {
  answered: { cluster: string; answers: Interview["answers"] }[];
}

/** Each cell with who answered, its size without the errors of the frame. */
function describedCells(draw: Draw, interviews: readonly Interview[]): DescribedCell[] {
  const visits = new Map(interviews.map((interview) => [interview.id, interview]));
  const cells = draw.second ? cellsOfHouseholds(draw) : cellsOfUnits(draw);
  return cells.map((cell) => {
    const states = cell.sought.flatMap(({ id }) => visits.get(id)?.state ?? []);
    const own = states.filter((state) => !isOutsideFrame(state)).length / Math.max(1, states.length);
    const answered = cell.sought.flatMap(({ id, cluster }) => {
      const visit = visits.get(id);
      return visit?.state === "interviewed" ? [{ cluster, answers: visit.answers }] : [];
    });
    return { ...cell, size: cell.size * own, answered };
  });
}

function cellsOfHouseholds({ selected, second }: Draw): Cell[] {
  const key = (one: { village: string; group: string }) => `${one.village} ${one.group}`;
  const drawn = Map.groupBy(second?.households ?? [], ({ household }) => key(household));
  const reserves = Map.groupBy(second?.reserves ?? [], key);
  const villages = new Map(selected.map(({ unit, probability }) => [unit.id, { unit, probability }]));
  return [...drawn].flatMap(([name, [first, ...more]]) => {
    const village = first && villages.get(first.household.village);
    if (!first || !village) return [];
    if (!village.probability) throw noWeights();
    const ids = [first, ...more].map(({ household }) => household.id);
    const following = (reserves.get(name) ?? []).map(({ id }) => id);
    return [
      {
        stratum: village.unit.stratum,
        group: first.household.group,
        size: weightOf(village.probability) * Number(first.probability.denominator),
        sought: [...ids, ...following].map((id) => ({ id, cluster: village.unit.id })),
      },
    ];
  });
}

/** Of one stage each unit is a cell of its own where probabilities differ; an srs has one a stratum, with its reserves. */
function cellsOfUnits({ selected, reserves }: Draw): Cell[] {
  const following = Map.groupBy(reserves, ({ stratum }) => stratum);
  const strata = Map.groupBy(selected, ({ unit }) => unit.stratum);
  return [...strata].flatMap(([stratum, units]): Cell[] => {
    const sought = (ids: { id: string }[]) => ids.map(({ id }) => ({ id, cluster: id }));
    const later = following.get(stratum) ?? [];
    const cells = units.map(({ unit, probability }) => {
      if (!probability) throw noWeights();
      return { stratum, group: stratum, size: weightOf(probability), sought: sought([unit]) };
    });
    if (later.length === 0) return cells;
    const size = cells.reduce((sum, cell) => sum + cell.size, 0);
    return [{ stratum, group: stratum, size, sought: sought([...units.map(({ unit }) => unit), ...later]) }];
  });
}

function noWeights(): InputError {
  return new InputError("results.no-weights", {
    zh: "这种抽法没有精确的入样概率，结果不能由材料直接重算。",
    en: "This method of drawing has no exact probabilities: results cannot be computed from the bundle alone.",
  });
}
