/** The stages of a sample: which unit each row lies in, which group the unit was drawn from, and what share was drawn. */
import type { DesignInput } from "./design.ts";
import {
  populationTooSmall,
  populationVaries,
  populationWrong,
  probabilityWrong,
  tooManyStages,
} from "./design-errors.ts";
import { type Coding, codeLabels, nestUnits } from "./labels.ts";

export interface Stage {
  /** The unit of each row. */
  unitOfRow: Int32Array;
  /** The group that each unit was drawn from: its stratum, at later stages inside the unit before. */
  groupOfUnit: Int32Array;
  /** The unit of the stage before that each group lies in; 0 at the first stage. */
  parentOfGroup: Int32Array;
  /** Share of its group's population that was drawn, by unit: n/N, or the inclusion probability; 0: with replacement. */
  fraction: Float64Array;
}

interface Built {
  stages: [Stage, ...Stage[]];
  /** Names of the first-stage strata, in the order of their numbers. */
  strataNames: string[];
}

const everyone = (rowCount: number): Coding => ({ code: new Int32Array(rowCount), names: ["1"] });
const eachRow = (rowCount: number): Coding => ({
  code: Int32Array.from({ length: rowCount }, (_, row) => row),
  names: Array.from({ length: rowCount }, (_, row) => String(row + 1)),
});

/** @throws InputError design.label-missing, design.population-*, design.probability-wrong, design.too-many-stages */
export function buildStages(input: DesignInput, rowCount: number): Built {
  const { strata, innerStrata, clusters = [], populations = [], probabilities = [] } = input;
  const shares = Math.max(populations.length, probabilities.length);
  if (shares > clusters.length + 1) throw tooManyStages(shares, clusters.length);
  const { strata: strataName = "strata", clusters: clusterNames = [] } = input.columnNames ?? {};
  const outer = strata ? codeLabels(strata, strataName) : everyone(rowCount);
  const inner = innerStrata ? codeLabels(innerStrata, "inner strata") : everyone(rowCount);

  const build = (at: number, parentOfRow: Int32Array): Stage => {
    const cluster = clusters[at];
    const units = cluster ? codeLabels(cluster, clusterNames[at] ?? "cluster") : eachRow(rowCount);
    const stage = nestStage(parentOfRow, at === 0 ? outer : inner, units);
    const strataOf = (group: number) => (at === 0 ? outer : inner).names[group] ?? String(group + 1);
    const fraction = fractionsOf(stage, strataOf, populations[at], probabilities[at]);
    return { ...stage, fraction };
  };
  const first = build(0, new Int32Array(rowCount));
  const stages: [Stage, ...Stage[]] = [first];
  let last = first;
  for (let at = 1; at < Math.max(clusters.length, shares); at++) {
    last = build(at, last.unitOfRow);
    stages.push(last);
  }
  return { stages, strataNames: outer.names };
}

type Membership = Omit<Stage, "fraction">;

function nestStage(parentOfRow: Int32Array, groups: Coding, units: Coding): Membership {
  const group = nestUnits(parentOfRow, groups);
  const unit = nestUnits(group.code, units);
  return { unitOfRow: unit.code, groupOfUnit: unit.parent, parentOfGroup: group.parent };
}

/** How many units of each group are in the sample. */
export function unitsOfGroups({ groupOfUnit, parentOfGroup }: Membership): Int32Array {
  const count = new Int32Array(parentOfGroup.length);
  for (const group of groupOfUnit) count[group] = (count[group] ?? 0) + 1;
  return count;
}

function fractionsOf(
  stage: Membership,
  nameOf: (group: number) => string,
  populations: Float64Array | undefined,
  probabilities: Float64Array | undefined,
): Float64Array {
  if (probabilities) return probabilityOfUnits(stage, probabilities);
  if (!populations) return new Float64Array(stage.groupOfUnit.length);
  const sampled = unitsOfGroups(stage);
  const population = populationOfGroups(stage, nameOf, populations);
  return Float64Array.from(stage.groupOfUnit, (group) => {
    const [n, size] = [sampled[group] ?? 0, population[group] ?? 0];
    if (size < n) throw populationTooSmall(nameOf(group), size, n);
    return n / size;
  });
}

function populationOfGroups(
  { unitOfRow, groupOfUnit, parentOfGroup }: Membership,
  nameOf: (group: number) => string,
  populations: Float64Array,
): Float64Array {
  const population = new Float64Array(parentOfGroup.length);
  for (let row = 0; row < unitOfRow.length; row++) {
    const own = populations[row] ?? 0;
    if (!(own > 0)) throw populationWrong(row, own);
    const group = groupOfUnit[unitOfRow[row] ?? 0] ?? 0;
    const known = population[group] ?? 0;
    if (known > 0 && known !== own) throw populationVaries(nameOf(group), known, own);
    population[group] = own;
  }
  return population;
}

function probabilityOfUnits(
  { unitOfRow, groupOfUnit }: Membership,
  probabilities: Float64Array,
): Float64Array {
  const fraction = new Float64Array(groupOfUnit.length);
  for (let row = 0; row < unitOfRow.length; row++) {
    const own = probabilities[row] ?? 0;
    if (!(own > 0 && own <= 1)) throw probabilityWrong(row, own);
    fraction[unitOfRow[row] ?? 0] = own;
  }
  return fraction;
}
