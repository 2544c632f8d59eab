/** What a list of checks means, for somebody who leads a county or lives in one. */
import type { Check } from "./check.ts";

/** One paragraph in each language: what green proves and what it cannot prove, what is open, or what a red line means. */
export function explainChecks(checks: readonly Check[]): { zh: string; en: string } {
  const red = checks.filter(({ ok }) => ok === false);
  const open = checks.filter(({ ok }) => ok === null);
  if (red[0]) return explainRed(checks.length, red.length, red[0]);
  const of = { computed: checks.length - open.length, open };
  // Without a log that shows when the plan was made, or sources that it named, nobody can say that nothing was chosen.
  const isChosen = open.some(({ id }) => id === "beacon.planned");
  const isUndated = open.some(({ id }) => id.startsWith("log."));
  return isChosen || isUndated
    ? explainOpen(of, { isChosen, isUndated })
    : explainGreen(of, hasResults(checks));
}

function explainRed(all: number, red: number, { place }: Check): { zh: string; en: string } {
  return {
    zh:
      `${all}项重算中有${red}项不符，第一处在 ${place}。` +
      "这份材料与当时冻结、公布的内容对不上：可能是传输出错，也可能被改动过。在发布单位说明原因并重新公布之前，不要采用其中的数字。",
    en:
      `${red} of ${all} checks do not hold, the first at ${place}. ` +
      "This bundle is not what was frozen and published: it was damaged on its way, or changed. Use none of its numbers until the office that published it has explained the difference and published it anew.",
  };
}

interface Shown {
  computed: number;
  open: readonly Check[];
}

/** @param doubts what lets a sample be chosen: a source taken after its value was known, a plan made after the randomness */
function explainOpen(
  { computed, open }: Shown,
  doubts: { isChosen: boolean; isUndated: boolean },
): { zh: string; en: string } {
  const undated = {
    zh: "它不能证明名单和方案先于随机数、没有另备别的方案；",
    en: "It does not show that frame and plan stood before the randomness, or that there was no other plan. ",
  };
  const chosen = {
    zh: "没有什么能证明随机数的来源是事先定下的；",
    en: "Nothing shows that the source of the randomness was fixed before. ",
  };
  const said = [...(doubts.isUndated ? [undated] : []), ...(doubts.isChosen ? [chosen] : [])];
  return {
    zh:
      `${computed}项重算相符，另有${open.length}项要靠人核对：${listed(open, "zh")}。` +
      `材料内部前后一致；但${said.map(({ zh }) => zh).join("")}所以不能由此断定样本没有人挑选。` +
      "请向发布单位要日志、见证和事先公布的方案，把公钥与别处公布的对照，把抽奖号码和日期与开奖公告对照。",
    en:
      `${computed} computed checks hold; ${open.length} more are for people to compare: ${listed(open, "en")}. ` +
      `The bundle agrees with itself. ${said.map(({ en }) => en).join("")}So it does not show that nobody chose the sample. ` +
      "Ask the office for the log, its witnesses and the plan as published before, compare the keys with those published elsewhere, and lottery numbers and their day with the announcement.",
  };
}

function hasResults(checks: readonly Check[]): boolean {
  return checks.some(({ id }) => id === "results.computed");
}

function explainGreen({ computed, open }: Shown, withResults: boolean): { zh: string; en: string } {
  const more = open.length > 0;
  return {
    zh:
      `${computed}项全部重算相符${more ? `，另有${open.length}项要靠人核对：${listed(open, "zh")}` : ""}。` +
      `只要日志和见证人的公钥与别处公布的一致，这就说明样本是按事先公布的办法抽出来的，没有人挑选${withResults ? "，公布的数字确实由这些查访记录算出" : ""}；` +
      "它不能说明名单有没有漏人、被访的人有没有说真话，这要靠名单核对、回访和举报。",
    en:
      `All ${computed} computed checks hold${more ? `; ${open.length} more are for people to compare: ${listed(open, "en")}` : ""}. ` +
      `Provided that the keys of the log and its witnesses are those published elsewhere, the sample was drawn in the way that was published before, nobody chose it${withResults ? ", and the figures do follow from these interviews" : ""}. ` +
      "That does not show whether the list left people out or whether those asked spoke freely: reconciled lists, second visits and a hotline are for that.",
  };
}

function listed(open: readonly Check[], language: "zh" | "en"): string {
  return open.map((check) => check[language]).join(language === "zh" ? "；" : "; ");
}
