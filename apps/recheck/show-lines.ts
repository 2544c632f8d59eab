/** One line of the list: shape, sentence, outcome in words, and of a difference the place, what must stand there and what does. */
import { element, exact, said } from "./element.ts";
import { type Line, type Outcome, sentenceOf } from "./groups.ts";
import { outcomeMarks, outcomeWords } from "./words.ts";

export function lineElement(line: Line): HTMLElement {
  const { id, outcome } = line;
  return element(
    "li",
    { class: `line ${outcome}`, id: `line-${id}`, tabindex: "-1" },
    mark(outcome),
    element(
      "div",
      { class: "what" },
      element("p", {}, said(sentenceOf(line)), " ", element("small", { class: "id" }, id)),
      (outcome === "differs" || outcome === "open") && differenceElement(line),
    ),
    element("strong", { class: "outcome" }, said(outcomeWords[outcome])),
  );
}

export function mark(outcome: Outcome): HTMLElement {
  return element("span", { class: `mark ${outcome}`, "aria-hidden": "true" }, outcomeMarks[outcome]);
}

function differenceElement({ check }: Line): HTMLElement | false {
  if (!check) return false;
  const { ok, place, expected, found } = check;
  // An open line has no difference: it says what would have to be shown, and what this bundle shows instead.
  if (ok === null && expected === null && found === null) return false;
  return element(
    "dl",
    { class: "difference" },
    ok === false ? entry("第一处", "first place", place) : entry("位置", "place", place),
    entry("应为", "expected", expected),
    entry("实为", "found", found),
  );
}

function entry(zh: string, en: string, value: string | null): HTMLElement {
  return element(
    "div",
    {},
    element("dt", {}, said({ zh, en })),
    element("dd", {}, value === null || value === "–" ? "–" : exact(value)),
  );
}
