/** What can go wrong about exporting households. */
import { defineProblems } from "../../../platform/problem.ts";

export const householdExportProblems = defineProblems({
  "household.export-too-many": {
    status: 409,
    zh: "符合条件的超过{most}户，没有导出。请缩小地区或增加筛选条件，分批导出。",
    en: "More than {most} households match and nothing was exported: choose a smaller area or more filters, and export in parts.",
  },
  "household.export-not-found": {
    status: 404,
    zh: "没有找到这份导出文件：只有导出人本人可取，保留{days}天。请重新导出。",
    en: "This export was not found: only who made it may fetch it, for {days} days. Export again.",
  },
});
