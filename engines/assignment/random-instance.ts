/** For tests: instances by number, the same for the same number. Ties in distance are frequent on purpose. */
import type { Instance, RegionPair } from "./instance.ts";

export function randomInstance(n: number, number: number): Instance {
  const next = numbersFrom(number);
  const regions = Array.from({ length: n }, (_, at) => ({ id: `R${at}`, xy: undefined }));
  const id = () => `R${next(n)}`;
  const pairs = (count: number) => Array.from({ length: count }, (): RegionPair => [id(), id()]);
  return {
    regions,
    distance: regions.map(() => regions.map(() => next(12) * 10)),
    lastYear: pairs(next(n + 1)),
    pairedHelp: pairs(next(Math.ceil(n / 2) + 1)),
    conflicts: pairs(next(n)).map(([from, target]) => ({ from, target, reason: "亲属" })),
    distanceCap: undefined,
    countyPart: undefined,
    defaultModel: "A",
  };
}

/** A 32-bit counter whose bits are mixed by shifts and products. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
  };
}

/** Four regions with a team each, one of them with members of two; six counties; whole distances with ties. */
export function randomCountyInstance(number: number): Instance {
  const next = numbersFrom(number);
  const { regions, lastYear, pairedHelp, ...rest } = randomInstance(4, number);
  const id = () => `R${next(4)}`;
  const teams = regions.map((region, at) => ({
    id: `T${at}`,
    homes: at === 0 ? [region.id, "R1"] : [region.id],
    load: [next(2), 1 + next(3)] as const,
    avoid: next(3) === 0 ? [{ target: next(2) === 0 ? id() : `K${next(6)}`, reason: undefined }] : [],
  }));
  const counties = Array.from({ length: 6 }, (_, at) => ({ id: `K${at}`, city: id(), xy: undefined }));
  return {
    ...rest,
    regions,
    lastYear: lastYear.slice(0, 2),
    pairedHelp: pairedHelp.slice(0, 1),
    defaultModel: "B",
    countyPart: { teams, counties, citiesPerTeam: 1 + next(2), distance: undefined },
  };
}
