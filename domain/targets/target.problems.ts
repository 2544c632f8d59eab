/** What can go wrong about targets. */
import { defineProblems } from "../../platform/problem.ts";

export const targetProblems = defineProblems({
  "target.bad-table": {
    status: 400,
    zh: "任务表第{line}行的{column}列不对：{zh}。应有 area,year,kind,planned,split,document,document_date,quote 八列；整份文件未写入。",
    en: "Line {line} of the table of targets is wrong in column {column}: {en}. It needs the columns area,year,kind,planned,split,document,document_date,quote; nothing was written.",
  },
  "target.damaged-table": {
    status: 400,
    zh: "任务表从第{line}行第{column}列起读不下去：{zh}。请改正，或用 Excel 另存为“CSV UTF-8”；整份文件未写入。",
    en: "The table of targets cannot be read from line {line}, column {column} on: {en}. Correct it, or save it in Excel as “CSV UTF-8”; nothing was written.",
  },
  "target.unknown-kind": {
    status: 400,
    zh: "任务表第{line}行的任务“{kind}”不认识，可用的有：{known}；整份文件未写入。",
    en: "Line {line} names the unknown kind {kind}. Known are: {known}; nothing was written.",
  },
});
