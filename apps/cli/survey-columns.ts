/** Columns of a design, refused by the line of the file and the name of the column where a value cannot be. */
import { InputError } from "../../engines/input-error.ts";
import type { DataTable } from "./data-table.ts";

/** @throws InputError data.*, design.weight-missing, design.weight-negative */
export function weightsOf(table: DataTable, name: string): Float64Array {
  const weights = table.numbers(name);
  const wrong = weights.findIndex((weight) => !(weight >= 0));
  if (wrong === -1) return weights;
  const line = table.lineOf(wrong);
  if (Number.isNaN(weights[wrong])) {
    throw new InputError("design.weight-missing", {
      zh: `第${line}行“${name}”列没有权数。不参加估计的记录请写0。`,
      en: `Line ${line}, column "${name}", has no weight. Write 0 for a record that should not count.`,
    });
  }
  throw new InputError("design.weight-negative", {
    zh: `第${line}行“${name}”列的权数是${weights[wrong]}：权数须不小于0。`,
    en: `Line ${line}, column "${name}", has the weight ${weights[wrong]}: a weight is 0 or more.`,
  });
}

/** @throws InputError data.*, design.population-wrong */
export function populationsOf(table: DataTable, name: string): Float64Array {
  const populations = table.numbers(name);
  const wrong = populations.findIndex((population) => !(population > 0));
  if (wrong === -1) return populations;
  const [line, found] = [table.lineOf(wrong), populations[wrong] ?? Number.NaN];
  const shown = Number.isNaN(found) ? { zh: "空的", en: "empty" } : { zh: `${found}`, en: `${found}` };
  throw new InputError("design.population-wrong", {
    zh: `第${line}行“${name}”列的总体单位数是${shown.zh}：须是大于0的数。`,
    en: `Line ${line}, column "${name}": the population is ${shown.en}, and must be a number above 0.`,
  });
}
