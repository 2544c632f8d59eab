/** What can go wrong when rules meet the register. */
import { defineProblems } from "../../platform/problem.ts";

export const verdictProblems = defineProblems({
  "verdict.no-policies": {
    status: 409,
    zh: "还没有启用政策规则，请先运行 jingzhun policy apply。",
    en: "No policies are in force yet: run jingzhun policy apply first.",
  },
  "verdict.policy-mistakes": {
    status: 422,
    zh: "政策文件有{count}处错误，没有启用。第一处：{place}：{zh}",
    en: "The policy files have {count} mistakes and were not applied. First: {place}: {en}",
  },
  "verdict.unit-changed": {
    status: 422,
    zh: "规则 {id} 的判定单位（户或成员）不能改，请另取编号。",
    en: "The unit of rule {id} (household or member) cannot change: give the new rule an id of its own.",
  },
  "verdict.stale-rule": {
    status: 409,
    zh: "规则 {id} 与程序版本不符，请重新运行 jingzhun policy apply。",
    en: "Rule {id} does not fit this version of the program: run jingzhun policy apply again.",
  },
  "verdict.no-household": {
    status: 404,
    zh: "没有找到户编号为 {registerNo} 的户，或它没有该年度的台账。",
    en: "There is no household {registerNo}, or it has no book of that year.",
  },
  "verdict.several-households": {
    status: 422,
    zh: "户编号 {registerNo} 在{count}个县都有（{zh}），请加 --area 指明是哪个县。",
    en: "The household number {registerNo} stands in {count} counties ({en}): add --area to say which one.",
  },
  "verdict.no-book": {
    status: 404,
    zh: "{area} 还没有任何年度的台账，请先导入花名册。",
    en: "{area} has no book of any year yet: import a roster first.",
  },
  "verdict.page-gone": {
    status: 404,
    zh: "名单的这一页已经找不到：请从第一页看起。",
    en: "This page of the list cannot be found any more: begin at the first one.",
  },
  "verdict.not-evaluated": {
    status: 409,
    zh: "{area} {year}年度还没有判定结果，请先运行评估。",
    en: "{area} has no verdicts for {year} yet: run an evaluation first.",
  },
  "verdict.unknown-indicator": {
    status: 404,
    zh: "没有名为 {id} 的指标，可用的指标：{known}。",
    en: "There is no indicator {id}. Known indicators: {known}.",
  },
  "verdict.unknown-rule": {
    status: 404,
    zh: "没有编号为 {id} 的规则。",
    en: "There is no rule {id}.",
  },
  "verdict.unknown-period": {
    status: 404,
    zh: "没有编号为 {id} 的期限。",
    en: "There is no period {id}.",
  },
  "verdict.what-if-condition": {
    status: 422,
    zh: "规则条件第 {position} 个字有误：{zh}",
    en: "The condition has a mistake at character {position}: {en}",
  },
  "verdict.what-if-no-line": {
    status: 422,
    zh: "规则 {id} 不用这条标准线，改动它没有影响。请改规则条件，或另选规则。",
    en: "Rule {id} does not use this line, so changing it has no effect. Change the condition or choose another rule.",
  },
  "verdict.what-if-not-in-force": {
    status: 409,
    zh: "规则 {id} 在 {area} {year}年度无效，没有可试算的判定。",
    en: "Rule {id} is not in force in {area} in {year}: there is nothing to try.",
  },
  "verdict.what-if-too-long": {
    status: 503,
    zh: "{seconds} 秒内没有算完。请缩小地区范围再试。",
    en: "Not done within {seconds} seconds. Try a smaller area.",
  },
});
