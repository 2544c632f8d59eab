/** What is asked of a sample, as it is written on the command line. */
import {
  type Membership,
  type Statistic,
  meanOf,
  ratioOf,
  totalOf,
} from "../../engines/survey/estimate/statistic.ts";
import { compareBytes } from "../../engines/survey/design/labels.ts";
import { cliProblems } from "./cli.problems.ts";
import type { DataTable } from "./data-table.ts";
import { ProportionOption, shareColumn } from "./survey-proportion.ts";

export interface Question {
  /** As it was written: `income`, `births/women`, `awards=Yes`. */
  name: string;
  isProportion: boolean;
  statistic(group?: Membership): Statistic;
}

export interface Asked {
  mean?: string[] | undefined;
  total?: string[] | undefined;
  ratio?: string | undefined;
  proportion?: string | undefined;
}

/** @throws Problem cli.bad-input unless exactly one thing is asked @throws InputError data.* */
export function questionsOf({ mean, total, ratio, proportion }: Asked, table: DataTable): Question[] {
  const asked = [mean, total, ratio, proportion].filter((one) => one !== undefined);
  if (asked.length !== 1) {
    throw cliProblems["cli.bad-input"]({
      name: "--mean",
      zh: "请在 --mean、--total、--ratio、--proportion 中选一个",
      en: "give one of --mean, --total, --ratio and --proportion",
    });
  }
  const plain = (names: string[], of: typeof meanOf): Question[] =>
    names.map((name) => {
      const values = table.numbers(name);
      return { name, isProportion: false, statistic: (group) => of(values, group) };
    });
  if (mean) return plain(mean, meanOf);
  if (total) return plain(total, totalOf);
  if (ratio !== undefined) return [ratioQuestion(ratio, table)];
  const values = readProportion(proportion ?? "", table);
  return [{ name: proportion ?? "", isProportion: true, statistic: (group) => meanOf(values, group) }];
}

function ratioQuestion(ratio: string, table: DataTable): Question {
  const [above, below, ...rest] = ratio.split("/");
  if (!above || !below || rest.length > 0) {
    throw cliProblems["cli.bad-input"]({
      name: "--ratio",
      zh: "应写成 分子列/分母列",
      en: "write it as NUMERATOR/DENOMINATOR, both columns",
    });
  }
  const [y, x] = [table.numbers(above), table.numbers(below)];
  return { name: ratio, isProportion: false, statistic: (group) => ratioOf(y, x, group) };
}

/** `Y=VALUE`, or `Y` alone for a column of 0 and 1. @throws Problem cli.bad-input @throws InputError data.*, survey.no-such-value */
export function readProportion(asked: string, table: DataTable): Float64Array {
  const named = asked.includes("=");
  const given = ProportionOption.safeParse(named ? asked : `${asked}=1`);
  const isBinary = () =>
    table.texts(asked).every((text) => text === undefined || text === "0" || text === "1");
  if (given.success && (named || isBinary())) return shareColumn(table, given.data);
  throw cliProblems["cli.bad-input"]({
    name: "--proportion",
    zh: "应写成 列名=值；只有0和1的列可以只写列名",
    en: "write COLUMN=VALUE; only a column of 0 and 1 needs no value",
  });
}

export interface Group {
  /** null: everybody. */
  name: string | null;
  member: Membership;
}

/** The groups of a column by the bytes of their names; rows without a name are in none. @throws InputError data.column-missing */
export function groupsOf(column: string | undefined, table: DataTable): Group[] {
  if (column === undefined) return [{ name: null, member: undefined }];
  const texts = table.texts(column);
  const names = [...new Set(texts.filter((text) => text !== undefined))].sort(compareBytes);
  return names.map((name) => ({ name, member: Uint8Array.from(texts, (text) => Number(text === name)) }));
}
