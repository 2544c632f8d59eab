/** What the database may answer instead of working. */
import { defineProblems } from "../platform/problem.ts";

export const databaseProblems = defineProblems({
  "server.unavailable": {
    status: 503,
    zh: "数据库暂时连接不上，请稍后再试；如持续出现请联系系统管理员。",
    en: "The database cannot be reached now: try again later, or tell the operator if it lasts.",
  },
  "server.busy": {
    status: 503,
    zh: "另一项操作正在修改同样的数据，请稍后再试。",
    en: "Other work is changing the same data: try again in a moment.",
  },
});
