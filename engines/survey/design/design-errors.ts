/** What a sample design refuses, each with a sentence that says what to do. Records are counted from one. */
import { InputError } from "../../input-error.ts";

export function noRows(): InputError {
  return new InputError("design.no-rows", {
    zh: "样本是空的：至少需要一条记录。",
    en: "The sample is empty: it needs one record at least.",
  });
}

export function columnsUnequal(column: string, length: number, rowCount: number): InputError {
  return new InputError("design.columns-unequal", {
    zh: `“${column}”有${length}个值，其他列有${rowCount}个：各列须一样长，每条记录一个值。`,
    en: `"${column}" has ${length} values, other columns ${rowCount}: all columns need one value a record.`,
  });
}

export function weightWrong(row: number, weight: number): InputError {
  return Number.isNaN(weight)
    ? new InputError("design.weight-missing", {
        zh: `第${row + 1}条记录没有权数。不参加估计的记录请写0。`,
        en: `Record ${row + 1} has no weight. Write 0 for a record that should not count.`,
      })
    : new InputError("design.weight-negative", {
        zh: `第${row + 1}条记录的权数是${weight}：权数须是不小于0的有限数。`,
        en: `Record ${row + 1} has the weight ${weight}: a weight is a finite number, 0 or more.`,
      });
}

export function weightContradicts(row: number, weight: number): InputError {
  return new InputError("design.weight-contradicts", {
    zh: `第${row + 1}条记录的权数是${weight}，总体单位数却说它那里全部抽到，只代表它自己：村里还抽了户的，请把村内总户数作为下一阶段写上（--fpc 村数列,户数列）；否则不写 --fpc。以人数为权数的，请用比率。`,
    en: `Record ${row + 1} has the weight ${weight}, but by the populations all were taken there and it stands for itself alone: where households were drawn inside villages, name their number as the next stage (--fpc VILLAGES,HOUSEHOLDS), else leave --fpc out. For weights that count persons use a ratio.`,
  });
}

export function labelMissing(column: string, row: number): InputError {
  return new InputError("design.label-missing", {
    zh: `第${row + 1}条记录的“${column}”是空的：每条记录都须写明它属于哪一个。`,
    en: `Record ${row + 1} has no value for "${column}": each record must say where it belongs.`,
  });
}

export function emptyStratum(stratum: string): InputError {
  return new InputError("design.empty-stratum", {
    zh: `“${stratum}”层没有一条权数大于0的记录：请补上样本，或把这一层并入另一层。`,
    en: `The stratum "${stratum}" has no record with a weight above 0: add its sample, or merge it with another stratum.`,
  });
}

export function populationWrong(row: number, population: number): InputError {
  return new InputError("design.population-wrong", {
    zh: `第${row + 1}条记录的总体单位数是${population}：须是大于0的数。`,
    en: `Record ${row + 1} has the population ${population}: it must be a number above 0.`,
  });
}

export function populationVaries(stratum: string, one: number, other: number): InputError {
  return new InputError("design.population-varies", {
    zh: `“${stratum}”层的总体单位数不一致（${one}和${other}）：同一层、同一阶段只能有一个数。`,
    en: `The stratum "${stratum}" has two populations (${one} and ${other}): one stratum and stage has one number.`,
  });
}

export function populationTooSmall(stratum: string, population: number, sampled: number): InputError {
  return new InputError("design.population-too-small", {
    zh: `“${stratum}”层抽了${sampled}个单位，总体却只有${population}个：请核对总体单位数。`,
    en: `The stratum "${stratum}" has ${sampled} units in the sample and only ${population} in the population: check the population.`,
  });
}

export function probabilityWrong(row: number, probability: number): InputError {
  return new InputError("design.probability-wrong", {
    zh: `第${row + 1}条记录的入样概率是${probability}：须大于0、不超过1。`,
    en: `Record ${row + 1} has the inclusion probability ${probability}: it must be above 0 and at most 1.`,
  });
}

export function tooManyStages(populations: number, clusters: number): InputError {
  return new InputError("design.too-many-stages", {
    zh: `有${populations}阶段的总体单位数，整群只有${clusters}阶段：总体单位数最多比整群多一阶段（最后一阶段抽的是记录本身）。`,
    en: `There are populations for ${populations} stages and clusters for ${clusters}: at most one more (the records themselves are the last stage).`,
  });
}

export function oneUnitOnly(): InputError {
  return new InputError("design.one-unit", {
    zh: "有的地方只抽了一个单位，又没有别的层可以参照，算不出抽样误差：至少抽两个单位，或选用 adjust、certainty。",
    en: "Somewhere a single unit was sampled and there is no other stratum to judge it by, so no sampling error can be computed: sample two or more, or choose adjust or certainty.",
  });
}
