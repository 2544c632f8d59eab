/** What follows the draw: states of the interviews, results beside what was published, checkpoints of the log. */
import { percentOfShare } from "../../engines/figure/percent.ts";
import type { PublishedResult } from "../../engines/survey/bundle/results.ts";
import { type Words, percent } from "../../engines/survey/interval/interval-words.ts";
import { element, exact, folded, said, table } from "./element.ts";
import { questionName } from "./question-name.ts";
import type { Evidence, LogRows, ResultRow } from "./report.ts";
import { sameness } from "./show-sample.ts";
import { intervalWords, interviewStateWords, logStepWords } from "./words.ts";

export function interviewElements({ interviews }: Evidence): HTMLElement[] {
  if (!interviews) return [];
  return [
    table(
      { zh: "查访结果", en: "How the visits ended" },
      [
        { zh: "情况", en: "state" },
        { zh: "户（单位）数", en: "households (units)" },
      ],
      interviews.map(({ state, count }) => [
        element("span", {}, said(interviewStateWords[state] ?? { zh: state, en: state })),
        String(count),
      ]),
    ),
  ];
}

export function resultElements({ results }: Evidence): HTMLElement[] {
  return (results ?? []).map(resultElement);
}

function resultElement({ computed, published, isSame, explanation }: ResultRow): HTMLElement {
  return element(
    "article",
    { class: `result ${isSame ? "holds" : "differs"}` },
    element("h3", {}, said(questionName(computed))),
    element(
      "dl",
      { class: "figures" },
      figure({ zh: "重算", en: "computed again" }, computed),
      figure({ zh: "公布", en: "published" }, published),
      element(
        "div",
        {},
        element("dt", {}, said({ zh: "两者", en: "the two are" })),
        element("dd", {}, sameness(isSame)),
      ),
    ),
    element("p", { class: "explanation" }, said(explanation)),
    element("p", { class: "fact" }, said(howOf(computed))),
  );
}

function figure(name: Words, result: PublishedResult): HTMLElement {
  const say = (value: number | null): string => shownValue(value, result.measure === "proportion");
  return element(
    "div",
    {},
    element("dt", {}, said(name)),
    element(
      "dd",
      {},
      element("b", {}, say(result.estimate)),
      element("span", {}, ` [${say(result.low)}, ${say(result.high)}]`),
    ),
  );
}

function howOf({ interval, level, se, df, rows, measure }: PublishedResult): Words {
  const error = shownValue(se, measure === "proportion");
  const kind = intervalWords[interval] ?? { zh: interval, en: interval };
  const sure = percent(level);
  return {
    zh: `${kind.zh}，${sure.zh}；标准误 ${error}，自由度 ${df}，${rows} 条记录。`,
    en: `${kind.en}, ${sure.en}; standard error ${error}, ${df} degrees of freedom, ${rows} records.`,
  };
}

function shownValue(value: number | null, isShare: boolean): string {
  if (value === null) return "–";
  return isShare ? percentOfShare(value, 3) : String(Number(value.toPrecision(7)));
}

export function logElements({ log }: Evidence): HTMLElement[] {
  if (!log) return [];
  return [
    tableOfCheckpoints(log),
    folded({ zh: "各步的原文", en: "The entries as they stand" }, tableOfEntries(log)),
    element(
      "h3",
      {},
      said({ zh: "要与别处对照的公钥", en: "Keys to compare with those published elsewhere" }),
    ),
    element(
      "ul",
      { class: "keys" },
      log.keys.map((key) => element("li", {}, exact(key))),
    ),
  ];
}

function tableOfCheckpoints({ checkpoints }: LogRows): HTMLElement {
  return table(
    { zh: "检查点（世界时）", en: "Checkpoints (UTC)" },
    [
      { zh: "条数", en: "entries" },
      { zh: "根", en: "root" },
      { zh: "见证人和时间", en: "witnesses and times" },
    ],
    checkpoints.map(({ size, root, seen }) => [
      String(size),
      exact(root),
      element(
        "ul",
        {},
        seen.map(({ witness, time }) => element("li", {}, exact(witness), ` ${timeWords(time)}`)),
      ),
    ]),
  );
}

function tableOfEntries({ entries }: LogRows): HTMLElement {
  return table(
    { zh: "日志里的各步", en: "Steps in the log" },
    [
      { zh: "第几条", en: "index" },
      { zh: "步骤", en: "step" },
      { zh: "原文", en: "entry" },
    ],
    entries.map(({ index, step, entry }) => [
      String(index),
      element("span", {}, said(logStepWords[step] ?? { zh: step, en: step })),
      exact(entry),
    ]),
  );
}

function timeWords(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? String(seconds) : time.toISOString().replace("T", " ").slice(0, 16);
}
