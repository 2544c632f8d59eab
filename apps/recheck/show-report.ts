/** The whole report: the verdict first, then what differs, then group after group with its evidence. */
import { verdictOf } from "../../engines/survey/bundle/check.ts";
import type { Words } from "../../engines/survey/interval/interval-words.ts";
import { element, exact, said } from "./element.ts";
import {
  type GroupName,
  type Line,
  type Outcome,
  groupNames,
  linesOf,
  outcomeOfGroup,
  sentenceOf,
} from "./groups.ts";
import type { Evidence, Report } from "./report.ts";
import { interviewElements, logElements, resultElements } from "./show-findings.ts";
import { lineElement, mark } from "./show-lines.ts";
import { chanceElements, planElements, sampleElements } from "./show-sample.ts";
import { groupWords, outcomeWords, partWords } from "./words.ts";

export function reportElements(report: Report): HTMLElement[] {
  const groups = groupNames.map((name) => ({ name, lines: shownLines(report, name) }));
  // As the checks come, each before what rests on it: the digest, which only says that something changed, is last.
  const different = report.checks.flatMap((check) =>
    groups.flatMap(({ lines }) => lines.filter((line) => line.check === check && check.ok === false)),
  );
  const openLines = groups.flatMap(({ lines }) => lines.filter(({ outcome }) => outcome === "open"));
  return [
    verdictElement(report, { different: different.length, open: openLines.length }),
    ...(different.length > 0 ? [differencesElement(different)] : []),
    ...(report.isBundle ? groups : groups.slice(0, 1)).map(({ name, lines }) =>
      groupElement(name, lines, report),
    ),
  ];
}

/** A plan of one stage has no household list: its lines say nothing then. */
function shownLines({ checks, leftOut, evidence }: Report, name: GroupName): Line[] {
  const lines = linesOf(name, checks, leftOut);
  if (!evidence || evidence.hasTwoStages) return lines;
  return lines.filter(({ id, check }) => check || !/^(households|draw\.household|log\.households)/.test(id));
}

interface Counts {
  different: number;
  open: number;
}

function verdictElement(report: Report, counts: Counts): HTMLElement {
  const outcome = verdictOutcome(verdictOf(report.checks));
  return element(
    "section",
    { class: `verdict ${outcome}`, id: "verdict", tabindex: "-1", "aria-labelledby": "verdict-title" },
    mark(outcome),
    element(
      "div",
      {},
      element("h2", { id: "verdict-title" }, said(verdictWords(report, counts))),
      element("p", {}, said(report.isBundle ? report.summary : noBundle)),
      report.isBundle && report.leftOut.length > 0 && element("p", {}, said(leftOutWords(report))),
    ),
  );
}

const noBundle: Words = {
  zh: '文件里没有公布材料应有的内容：要么选错了文件，要么在传输中损坏。公布材料是一个 .json 文件，以 {"beacons" 开头。请向发布单位重新下载原始文件，不要经过聊天软件改名或编辑。',
  en: 'The file does not hold what a bundle holds: another file was chosen, or it was damaged on its way. A bundle is a .json file that begins with {"beacons". Download the original again from the office that published it.',
};

function verdictOutcome(verdict: boolean | null): Outcome {
  if (verdict === null) return "open";
  return verdict ? "holds" : "differs";
}

function verdictWords({ isBundle, leftOut }: Report, { different, open }: Counts): Words {
  if (!isBundle) return { zh: "这不是公布材料", en: "This is not a bundle" };
  if (different > 0) {
    return {
      zh: `有 ${different} 项不符`,
      en: different === 1 ? "1 line does not hold" : `${different} lines do not hold`,
    };
  }
  if (open > 0) {
    return {
      zh: `没有不符的，${open} 项未能证明`,
      en: `No line is wrong, ${open === 1 ? "1 is" : `${open} are`} open`,
    };
  }
  if (leftOut.length === 0) return { zh: "全部相符", en: "All lines hold" };
  return { zh: "公布了的，全部相符", en: "What was published holds" };
}

function leftOutWords({ leftOut, evidence }: Report): Words {
  const parts = leftOut.filter((part) => part !== "households" || evidence?.hasTwoStages !== false);
  if (parts.length === 0) return { zh: "", en: "" };
  return {
    zh: `材料里没有：${parts.map((part) => partWords[part].zh).join("、")}。没有公布的，无法核对，既不算对也不算错。`,
    en: `Not in the bundle: ${parts.map((part) => partWords[part].en).join(", ")}. What is not published cannot be checked; it counts neither as right nor as wrong.`,
  };
}

const restsOnIt: Words = {
  zh: "一处改动会使后面由它算出的各项也不符，请先看第一处。",
  en: "One change makes all that is computed from it differ too: look at the first place first.",
};

function differencesElement(lines: readonly Line[]): HTMLElement {
  return element(
    "nav",
    { class: "differences", "aria-labelledby": "differences-title" },
    element("h2", { id: "differences-title" }, said({ zh: "不符之处", en: "Where it differs" })),
    lines.length > 1 && element("p", { class: "fact" }, said(restsOnIt)),
    element(
      "ol",
      {},
      lines.map((line) =>
        element(
          "li",
          {},
          element("a", { href: `#line-${line.id}` }, said(sentenceOf(line))),
          line.check?.place ? element("span", {}, " ", exact(line.check.place)) : null,
        ),
      ),
    ),
  );
}

function groupElement(name: GroupName, lines: readonly Line[], { digest, evidence }: Report): HTMLElement {
  const outcome = outcomeOfGroup(lines);
  const { title, about } = groupWords[name];
  return element(
    "section",
    { class: "group", "aria-labelledby": `group-${name}` },
    element(
      "header",
      {},
      element("h2", { id: `group-${name}` }, said(title)),
      element("p", { class: `chip ${outcome}` }, mark(outcome), said(outcomeWords[outcome])),
    ),
    element("ul", { class: "lines" }, lines.map(lineElement)),
    about.zh !== "" && element("p", { class: "explanation" }, said(about)),
    name === "file" && digest !== null && element("p", { class: "fact" }, "SHA-256 ", exact(digest)),
    ...(evidence ? evidenceElements(name, evidence) : []),
  );
}

function evidenceElements(name: GroupName, evidence: Evidence): HTMLElement[] {
  switch (name) {
    case "file":
      return [];
    case "frozen":
      return planElements(evidence);
    case "chance":
      return chanceElements(evidence);
    case "sample":
      return sampleElements(evidence);
    case "interviews":
      return interviewElements(evidence);
    case "results":
      return resultElements(evidence);
    case "log":
      return logElements(evidence);
  }
}
