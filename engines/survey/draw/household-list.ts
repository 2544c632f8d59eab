/**
 * The list for the second stage: one household a line, `id TAB village TAB group TAB persons`; the persons may be left out
 * of the whole list. The group is the status that the plan draws by, as T (exited), K (still poor), G (not registered).
 */
import { InputError } from "../../input-error.ts";
import { isName, readCount, requireSorted, splitLines, wrongName } from "./list-lines.ts";

export interface ListedHousehold {
  id: string;
  village: string;
  group: string;
  persons: number | undefined;
}

export interface HouseholdList {
  lines: string[];
  households: ListedHousehold[];
}

/** @throws InputError draw.bom, draw.line-end, draw.no-lines, draw.household-line, draw.unsorted, draw.duplicate */
export function readHouseholdList(text: string): HouseholdList {
  const lines = splitLines(text);
  const columns = lines[0]?.split("\t").length === 3 ? 3 : 4;
  const households = lines.map((line, at) => readHousehold(line, at, columns));
  requireSorted(households.map((household) => household.id));
  return { lines, households };
}

function readHousehold(line: string, at: number, columns: 3 | 4): ListedHousehold {
  const fields = line.split("\t");
  const [id = "", village = "", group = "", personsText] = fields;
  const persons = personsText === undefined ? undefined : readCount(personsText);
  const isCounted = columns === 3 || persons !== undefined;
  if (fields.length === columns && isCounted && [id, village, group].every(isName)) {
    return { id, village, group, persons };
  }
  const wrong = wrongName([
    ["户编号", "id", id],
    ["村", "village", village],
    ["类别", "group", group],
  ]);
  throw new InputError("draw.household-line", {
    zh: `户名单第${at + 1}行应为“户编号、村、类别、人数”，用制表符分开（人数可以整列不要）：${wrong.zh}前三列只用英文字母、数字和 . _ -，不用汉字，人数是非负整数。`,
    en: `Line ${at + 1} of the household list should be id, village, group and persons, separated by tabs (the persons may be left out of all lines). ${wrong.en}Names are of English letters, digits and . _ - only, persons a whole number.`,
  });
}
