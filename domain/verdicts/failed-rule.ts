/** What a household fails, problem by problem: a rule that only asks again what another one asks is no second problem. */
import type { CompiledRule } from "../../engines/policy/compile.ts";
import { type PlainPart, plainParts } from "../../engines/policy/plain-rule.ts";
import { failingName } from "../../engines/policy/rule.ts";
import type { Facts } from "../../engines/policy/value.ts";
import { compareFindings } from "./finding-order.ts";
import { type Standard, findStandardOf, repeatedBy } from "./policy/policy-data.ts";
import type { FailedRule } from "./policy/policy.contract.ts";

type StandardName = FailedRule["standards"][number];

interface Line {
  part: PlainPart;
  standards: StandardName[];
}

interface Failed {
  rule: CompiledRule["rule"];
  standard: StandardName[];
  /** The parts that failed. Of a rule about members nothing is said: the household alone is looked at. */
  parts: PlainPart[];
}

/** @param facts of the household, as the verdicts were made of them; the gravest problem first */
export function presentFailed(
  rules: readonly CompiledRule[],
  facts: Facts,
  standards: readonly Standard[],
): FailedRule[] {
  const failed = rules.map((compiled) => failedOf(compiled, facts, standards));
  const ids = new Set(failed.map(({ rule }) => rule.id));
  const firstOf = (id: string) => repeatedBy(id, standards).filter((one) => ids.has(one));
  return failed
    .filter(({ rule }) => firstOf(rule.id).length === 0)
    .map((first) => {
      const again = failed.filter(({ rule }) => firstOf(rule.id).includes(first.rule.id));
      return presentProblem(first, again, (part, repeating) => {
        const others = failed.filter((one) => one !== first && one !== repeating);
        return (
          firstOf(repeating.rule.id)[0] !== first.rule.id ||
          others.some(({ parts }) => parts.some(isSame(part)))
        );
      });
    })
    .sort(compareFindings);
}

function failedOf(compiled: CompiledRule, facts: Facts, standards: readonly Standard[]): Failed {
  const { rule } = compiled;
  const standard = findStandardOf(rule.id, standards);
  const parts = rule.unit === "household" ? plainParts(compiled, "fail", facts) : [];
  return {
    rule,
    standard: standard ? [standard] : [],
    parts: parts.filter(({ outcome, said }) => outcome === "fail" && said !== null),
  };
}

/**
 * @param again rules that fail and repeat the first
 * @param isSaidElsewhere whether another problem of the household says a part of such a rule
 */
function presentProblem(
  { rule, standard, parts }: Failed,
  again: readonly Failed[],
  isSaidElsewhere: (part: PlainPart, repeating: Failed) => boolean,
): FailedRule {
  const lines: Line[] = parts.map((part) => ({ part, standards: [...standard] }));
  for (const repeating of again)
    for (const part of repeating.parts) {
      const said = lines.find((line) => isSame(part)(line.part));
      if (said) said.standards.push(...repeating.standard);
      else if (!isSaidElsewhere(part, repeating)) lines.push({ part, standards: [...repeating.standard] });
    }
  return {
    id: rule.id,
    kind: rule.kind,
    severity: rule.severity,
    failing: failingName(rule),
    standards: [standard, ...again.map((repeating) => repeating.standard)].flat(),
    lines: lines.map((line) => ({ words: wordsOf(line.part), standards: line.standards })),
    lack: rule.kind === "criterion" ? largestLack(lines) : null,
  };
}

/** The same condition is the same requirement, whatever each standard says of it. */
function isSame(part: PlainPart) {
  return (other: PlainPart): boolean => other.required.zh === part.required.zh;
}

/** `人均纯收入2,940元，没有超过扶贫标准3,218元，还差278元` */
function wordsOf({ said, gap, required }: PlainPart): FailedRule["lines"][number]["words"] {
  const { zh, en } = said ?? required;
  return gap ? { zh: `${zh}，${gap.short.zh}`, en: `${en}. ${gap.short.en}` } : { zh, en };
}

function largestLack(lines: readonly Line[]): number | null {
  const lacks = lines.flatMap(({ part }) => part.gap?.fen ?? []);
  return lacks.length > 0 ? Math.max(...lacks) : null;
}
