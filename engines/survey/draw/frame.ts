/** The frame of a draw (JZFP-DRAW-1): one unit a line, `id TAB stratum TAB size`. */
import { InputError } from "../../input-error.ts";
import { isName, readCount, requireSorted, splitLines, wrongName } from "./list-lines.ts";

export interface FrameUnit {
  id: string;
  stratum: string;
  /** What a draw in proportion to size goes by, as the number of households; at least 0, a safe integer. */
  size: number;
}

export interface Frame {
  lines: string[];
  units: FrameUnit[];
}

/** @throws InputError draw.bom, draw.line-end, draw.no-lines, draw.frame-line, draw.unsorted, draw.duplicate */
export function readFrame(text: string): Frame {
  const lines = splitLines(text);
  const units = lines.map(readUnit);
  requireSorted(units.map((unit) => unit.id));
  return { lines, units };
}

/** The units of each stratum, strata in the order of their bytes, units in that of the frame. */
export function unitsByStratum(frame: Frame): Map<string, FrameUnit[]> {
  const strata = Map.groupBy(frame.units, (unit) => unit.stratum);
  return new Map([...strata].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readUnit(line: string, at: number): FrameUnit {
  const [id = "", stratum = "", sizeText = "", ...more] = line.split("\t");
  const size = readCount(sizeText);
  if (isName(id) && isName(stratum) && size !== undefined && more.length === 0) return { id, stratum, size };
  const wrong = wrongName([
    ["编号", "id", id],
    ["层", "stratum", stratum],
  ]);
  throw new InputError("draw.frame-line", {
    zh: `名单第${at + 1}行应为“编号、层、规模”三列，用制表符分开：${wrong.zh}编号和层只用英文字母、数字和 . _ -，不用汉字，规模是不超过9007199254740991的非负整数，不带前导零。`,
    en: `Line ${at + 1} of the frame should be id, stratum and size, separated by tabs. ${wrong.en}Names are of English letters, digits and . _ - only, the size a whole number from 0 to 9007199254740991 without leading zeros.`,
  });
}
