/** What a list of checks means, for somebody who leads a county or lives in one. */
import type { Check } from "./check.ts";

/** One paragraph in each language: what green proves and what it cannot prove, or what a red line means. */
export function explainChecks(checks: readonly Check[]): { zh: string; en: string } {
  const red = checks.filter(({ ok }) => ok === false);
  const [first] = red;
  if (first) {
    return {
      zh:
        `${checks.length}项重算中有${red.length}项不符，第一处在 ${first.place}。` +
        "这份材料与当时冻结、公布的内容对不上：可能是传输出错，也可能被改动过。在发布单位说明原因并重新公布之前，不要采用其中的数字。",
      en:
        `${red.length} of ${checks.length} checks do not hold, the first at ${first.place}. ` +
        "This bundle is not what was frozen and published: it was damaged on its way, or changed. Use none of its numbers until the office that published it has explained the difference and published it anew.",
    };
  }
  const open = checks.filter(({ ok }) => ok === null).length;
  return {
    zh:
      `${checks.length - open}项全部重算相符${open > 0 ? `，另有${open}项要靠人核对` : ""}。` +
      "这说明样本是按事先公布的办法抽出来的，没有人挑选，公布的数字确实由这些查访记录算出；" +
      "它不能说明名单有没有漏人、被访的人有没有说真话，这要靠名单核对、回访和举报。" +
      "请把日志和见证人的公钥与别处公布的对照，抽奖号码与开奖公告对照。",
    en:
      `All ${checks.length - open} computed checks hold${open > 0 ? `; ${open} more are for people to compare` : ""}. ` +
      "The sample was drawn in the way that was published before, nobody chose it, and the figures do follow from these interviews. " +
      "That does not show whether the list left people out or whether those asked spoke freely: reconciled lists, second visits and a hotline are for that. " +
      "Compare the keys of the log and its witnesses with those published elsewhere, and lottery numbers with their announcement.",
  };
}
