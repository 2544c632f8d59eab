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
  const proven = provenBy(checks);
  return {
    zh:
      `${checks.length - open}项全部重算相符${open > 0 ? `，另有${open}项要靠人核对` : ""}。${proven.zh}` +
      "它不能说明名单有没有漏人、被访的人有没有说真话，这要靠名单核对、回访和举报。" +
      "请把日志和见证人的公钥与别处公布的对照，抽奖号码与开奖公告对照。",
    en:
      `All ${checks.length - open} computed checks hold${open > 0 ? `; ${open} more are for people to compare` : ""}. ${proven.en} ` +
      "That does not show whether the list left people out or whether those asked spoke freely: reconciled lists, second visits and a hotline are for that. " +
      "Compare the keys of the log and its witnesses with those published elsewhere, and lottery numbers with their announcement.",
  };
}

/** Without a log nobody saw the plan before the randomness, and it may have been written to fit. */
function provenBy(checks: readonly Check[]): { zh: string; en: string } {
  const hasResults = checks.some(({ id }) => id === "results.computed");
  const figures = {
    zh: hasResults ? "，公布的数字确实由这些查访记录算出" : "",
    en: hasResults ? ", and the figures do follow from these interviews" : "",
  };
  if (checks.some(({ id, ok }) => id === "log.checkpoints" && ok === null)) {
    return {
      zh: `这说明样本确实由公布的名单、方案、随机数和密钥抽出${figures.zh}；但材料里没有日志，不能说明名单、方案和承诺先于随机数，也就不能排除有人看了随机数再改。`,
      en: `The sample does follow from the published list, plan, randomness and shares${figures.en}. But there is no log: nothing shows that list, plan and commitments came before the randomness, so they may have been written to fit it.`,
    };
  }
  return {
    zh: `这说明样本是按事先公布的办法抽出来的，没有人挑选${figures.zh}；`,
    en: `The sample was drawn in the way that was published before, nobody chose it${figures.en}.`,
  };
}
