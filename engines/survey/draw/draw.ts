/** The draw JZFP-DRAW-1: from a frozen frame, a plan, public randomness and the shares of a secret to the sample. */
import { InputError } from "../../input-error.ts";
import { publicRandomness } from "./beacon.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { type Frame, type FrameUnit, readFrame, unitsByStratum } from "./frame.ts";
import { type HouseholdDraw, drawHouseholds } from "./household-draw.ts";
import { readHouseholdList } from "./household-list.ts";
import { listRoot } from "./list-lines.ts";
import { drawPareto, drawSequentialPoisson } from "./order-sampling.ts";
import { type Method, type Plan, planHash, readPlan } from "./plan.ts";
import { combineShares, countySeed, drawSeed } from "./seed.ts";
import type { SelectedUnit, Selection } from "./selection.ts";
import { drawSimpleRandom } from "./simple-random.ts";
import { drawSystematic } from "./systematic.ts";

/** What is published before and after a draw, as it stands in the files. */
export interface DrawInput {
  frame: string;
  plan: string;
  /** See `publicRandomness`. */
  beacons: readonly string[];
  /** 32 bytes each. */
  shares: readonly Uint8Array[];
  /** The list for the second stage of a plan of two; without it only villages are drawn. */
  households?: string | undefined;
}

export interface Draw {
  frame: Frame;
  plan: Plan;
  frameRoot: Uint8Array;
  planHash: Uint8Array;
  publicRandomness: Uint8Array;
  seed: Uint8Array;
  countySeed: Uint8Array;
  /** By stratum, strata by the bytes of their name. */
  selected: SelectedUnit<FrameUnit>[];
  reserves: FrameUnit[];
  second: HouseholdDraw | undefined;
}

/** @throws InputError with the first thing that the draw cannot be made from */
export function draw(input: DrawInput): Draw {
  const frame = readFrame(input.frame);
  const plan = readPlan(input.plan);
  const randomness = publicRandomness(plan.beacons, input.beacons);
  const parts = {
    frameRoot: listRoot(frame.lines),
    planHash: planHash(input.plan),
    publicRandomness: randomness,
    secret: combineShares(input.shares),
  };
  const seed = drawSeed(parts);
  const ownSeed = countySeed(seed, plan.county);
  const chance = chanceOf(ownSeed);
  const { selected, reserves } = drawStrata(chance, frame, plan);
  return {
    frame,
    plan,
    frameRoot: parts.frameRoot,
    planHash: parts.planHash,
    publicRandomness: randomness,
    seed,
    countySeed: ownSeed,
    selected,
    reserves,
    second: secondStage(chance, frame, plan, selected, input.households),
  };
}

/** Each stratum on its own, in the stage `v1/STRATUM`. @throws InputError draw.stratum and those of the methods */
export function drawStrata(chance: Chance, frame: Frame, plan: Plan): Selection<FrameUnit> {
  const strata = unitsByStratum(frame);
  const planned = new Set(plan.strata.map(([stratum]) => stratum));
  for (const stratum of strata.keys()) if (!planned.has(stratum)) throw notPlanned(stratum);
  for (const stratum of planned) if (!strata.has(stratum)) throw emptyStratum(stratum);
  const drawn = plan.strata.map(([stratum, count]) =>
    drawByMethod(plan.method, chance, `v1/${stratum}`, strata.get(stratum) ?? [], count),
  );
  return {
    selected: drawn.flatMap((one) => one.selected),
    reserves: drawn.flatMap((one) => one.reserves),
  };
}

/** @throws InputError draw.too-few, draw.certainty */
export function drawByMethod(
  method: Method,
  chance: Chance,
  stage: string,
  units: readonly FrameUnit[],
  count: number,
): Selection<FrameUnit> {
  switch (method) {
    case "systematic-pps":
      return drawSystematic(chance, stage, units, count, "frame");
    case "systematic-pps/hash":
      return drawSystematic(chance, stage, units, count, "hash");
    case "sequential-poisson":
      return drawSequentialPoisson(chance, stage, units, count);
    case "pareto":
      return drawPareto(chance, stage, units, count);
    case "srs":
      return drawSimpleRandom(chance, stage, units, count);
  }
}

function secondStage(
  chance: Chance,
  frame: Frame,
  plan: Plan,
  villages: readonly SelectedUnit<FrameUnit>[],
  households: string | undefined,
): HouseholdDraw | undefined {
  if (households === undefined) return undefined;
  if (!plan.groups) throw onlyOneStage();
  return drawHouseholds(chance, plan.groups, frame, villages, readHouseholdList(households));
}

function notPlanned(stratum: string): InputError {
  return new InputError("draw.stratum", {
    zh: `名单里有层 ${stratum}，方案没有写它抽几个。不抽也要写明：0。`,
    en: `The frame has a stratum ${stratum} that the plan does not name. Say how many to draw from it, if none: 0.`,
  });
}

function emptyStratum(stratum: string): InputError {
  return new InputError("draw.stratum", {
    zh: `方案要从层 ${stratum} 抽样，名单里没有这一层的单位。`,
    en: `The plan draws from a stratum ${stratum}, and the frame has no unit of it.`,
  });
}

function onlyOneStage(): InputError {
  return new InputError("draw.one-stage", {
    zh: "方案只有一个阶段，不能再给户名单。两阶段方案用 stage1 和 stage2。",
    en: "The plan has one stage only and takes no household list. A plan of two stages has stage1 and stage2.",
  });
}
