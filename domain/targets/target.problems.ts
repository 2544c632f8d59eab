/** What can go wrong about targets. */
import { defineProblems } from "../../platform/problem.ts";

export const targetProblems = defineProblems({
  "target.bad-table": {
    status: 400,
    zh: "任务表第{line}行不对：{fault}。应有 area,year,kind,planned,split,document,document_date,quote 八列；整份文件未写入。",
    en: "Line {line} of the table of targets is wrong: {fault}. It needs the columns area,year,kind,planned,split,document,document_date,quote; nothing was written.",
  },
  "target.unknown-kind": {
    status: 400,
    zh: "任务表第{line}行的任务“{kind}”不认识，可用的有：{known}；整份文件未写入。",
    en: "Line {line} names the unknown kind {kind}. Known are: {known}; nothing was written.",
  },
});
