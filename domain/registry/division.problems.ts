/** What can go wrong about places. */
import { defineProblems } from "../../platform/problem.ts";

export const divisionProblems = defineProblems({
  "area.not-found": {
    status: 404,
    zh: "没有代码为{code}的地区；若是新的区划，请先导入区划表。",
    en: "There is no place with the code {code}: if it is new, import a table of divisions first.",
  },
  "area.bad-code": {
    status: 400,
    zh: "地区代码“{code}”不对：应为2、4、6、9或12位数字。",
    en: "The area code {code} is wrong: it has 2, 4, 6, 9 or 12 digits.",
  },
  "area.bad-table": {
    status: 400,
    zh: "区划表第{line}行不对：{fault}。应有 code,name,level,parent 四列。",
    en: "Line {line} of the table of divisions is wrong: {fault}. It needs the columns code,name,level,parent.",
  },
});
