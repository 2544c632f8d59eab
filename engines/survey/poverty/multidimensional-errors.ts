/** What the counting of deprivations refuses, each with a sentence that says what to do. Records are counted from one. */
import { InputError } from "../../input-error.ts";

export function weightsWrong(sum: number): InputError {
  return new InputError("multidimensional.weights-wrong", {
    zh: `各维度的权重须都大于0、合计为1，现在合计${sum}。`,
    en: `The weights of the dimensions must all be above 0 and sum to 1; they sum to ${sum}.`,
  });
}

export function cutoffWrong(cutoff: number): InputError {
  return new InputError("multidimensional.cutoff-wrong", {
    zh: `多维贫困的临界值是${cutoff}：须大于0、不超过1，或写“union”（任何一项缺失即为贫困）。`,
    en: `The cutoff is ${cutoff}: it must be above 0 and at most 1, or "union" (any deprivation counts).`,
  });
}

export function columnWrong(dimension: string, length: number, rowCount: number): InputError {
  return new InputError("multidimensional.column-wrong", {
    zh: `维度“${dimension}”有${length}个值，其他维度有${rowCount}个：每条记录、每个维度各一个值。`,
    en: `The dimension "${dimension}" has ${length} values, others ${rowCount}: each record needs one in each dimension.`,
  });
}

export function gapWrong(dimension: string, row: number, gap: number): InputError {
  return new InputError("multidimensional.gap-wrong", {
    zh: `第${row + 1}条记录在维度“${dimension}”的缺口是${gap}：须在0与1之间，不缺为0。`,
    en: `Record ${row + 1} has the gap ${gap} in the dimension "${dimension}": it lies from 0 to 1, 0 for no deprivation.`,
  });
}
