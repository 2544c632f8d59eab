/** What can go wrong with an assignment besides wrong input. */
import { defineProblems } from "../../../platform/problem.ts";

export const assignProblems = defineProblems({
  "assign.no-answer": {
    status: 500,
    zh: "在{seconds}秒内既没有找到守规矩的方案，也没有证明不存在。请用 --limit-seconds 放宽时限再试；没有放宽任何规则。",
    en: "In {seconds} seconds no assignment that keeps all rules was found, nor shown not to exist. Allow more with --limit-seconds; no rule was relaxed.",
  },
});
