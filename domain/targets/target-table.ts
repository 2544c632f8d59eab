/** The table of targets as a file: CSV to lines, or the line and column that is wrong. */
import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse";
import { z } from "zod";
import type { Problem } from "../../platform/problem.ts";
import { AnyAreaCode } from "../access/area-code.contract.ts";
import { findTargetKind, targetKinds } from "./target-kind.ts";
import { targetProblems } from "./target.problems.ts";

const TargetLine = z.object({
  area: AnyAreaCode,
  year: z.coerce.number().int().min(2010).max(2100),
  kind: z.string(),
  planned: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
  split: z.enum(["yes", "no"]),
  document: z.string().trim().min(1),
  document_date: z.union([z.literal(""), z.iso.date()]),
  quote: z.string().trim().min(1),
});
export type TargetLine = z.infer<typeof TargetLine>;

const wanted: Record<keyof TargetLine, { zh: string; en: string }> = {
  area: { zh: "应为2、4、6、9或12位地区代码", en: "an area code has 2, 4, 6, 9 or 12 digits" },
  year: { zh: "应为2010到2100之间的年份", en: "a year from 2010 to 2100 is needed" },
  kind: { zh: "没有这一列", en: "there is no such column" },
  planned: { zh: "应为不超过12位的整数", en: "a whole number of at most 12 digits is needed" },
  split: { zh: "应为 yes 或 no", en: "yes or no is needed" },
  document: { zh: "应填写文件名称", en: "the name of the document is needed" },
  document_date: { zh: "应为 2018-05-31 这样的日期，或留空", en: "a date like 2018-05-31, or nothing" },
  quote: { zh: "应摘录文件原文", en: "the sentence of the document is needed" },
};

interface Parsed {
  record: unknown;
  info: { lines: number };
}

/** @throws Problem target.damaged-table, target.bad-table, target.unknown-kind */
export async function* readTargetTable(csvPath: string | URL): AsyncGenerator<TargetLine> {
  const records: AsyncIterable<Parsed> = createReadStream(csvPath).pipe(
    parse({ columns: true, bom: true, skip_empty_lines: true, info: true }),
  );
  let readLines = 0;
  try {
    for await (const { record, info } of records) {
      readLines = info.lines;
      yield readLine(record, readLines);
    }
  } catch (error) {
    throw error instanceof CsvError ? damaged(error, readLines) : error;
  }
}

function readLine(record: unknown, line: number): TargetLine {
  const parsed = TargetLine.safeParse(record);
  if (!parsed.success) {
    const column = TargetLine.keyof().parse(parsed.error.issues[0]?.path[0]);
    throw targetProblems["target.bad-table"]({ line, column, ...wanted[column] });
  }
  const { kind } = parsed.data;
  if (!findTargetKind(kind)) {
    const known = targetKinds.map((one) => one.id).join(", ");
    throw targetProblems["target.unknown-kind"]({ line, kind, known });
  }
  return parsed.data;
}

const unpaired = { zh: "引号不成对", en: "a quote has no partner" };
const otherCount = { zh: "列数与表头不同", en: "there are not as many cells as in the header" };

/** The parser says in which cell it stopped; when a quote is never closed that is the end of the file. */
function damaged({ code, ...at }: CsvError, readLines: number): Problem {
  const isQuote = code.includes("QUOTE");
  const line = code === "CSV_QUOTE_NOT_CLOSED" ? readLines + 1 : Number(at["lines"]);
  const column = Number(at["index"]) + (isQuote ? 1 : 0);
  return targetProblems["target.damaged-table"]({ line, column, ...(isQuote ? unpaired : otherCount) });
}
