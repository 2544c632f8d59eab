/** What a household fails, problem by problem: what rules that ask again say already is no second problem. */
import type { CompiledRule } from "../../engines/policy/compile.ts";
import { mattersOf, ownParts, partsWith } from "../../engines/policy/matter.ts";
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
  id: string;
  repeats: readonly string[];
  rule: CompiledRule["rule"];
  standard: StandardName[];
  /** The parts that failed, in words. Of a rule about members nothing is said: the household alone is looked at. */
  parts: readonly string[];
  plain: PlainPart[];
}

/** @param facts of the household, as the verdicts were made of them; the gravest problem first */
export function presentFailed(
  rules: readonly CompiledRule[],
  facts: Facts,
  standards: readonly Standard[],
): FailedRule[] {
  const failed = rules.map((compiled) => failedOf(compiled, facts, standards));
  return mattersOf(failed)
    .map(({ first, again }) => presentProblem(first, again, ownParts(first, failed)))
    .sort(compareFindings);
}

function failedOf(compiled: CompiledRule, facts: Facts, standards: readonly Standard[]): Failed {
  const { rule } = compiled;
  const standard = findStandardOf(rule.id, standards);
  const plain = rule.unit === "household" ? plainParts(compiled, "fail", facts) : [];
  return {
    id: rule.id,
    repeats: repeatedBy(rule.id, standards),
    rule,
    standard: standard ? [standard] : [],
    parts: partsWith("fail", plain),
    plain: plain.filter(({ outcome, said }) => outcome === "fail" && said !== null),
  };
}

/**
 * @param again rules that fail and say nothing but what others ask, the first among them
 * @param own the parts that no rule which the first repeats says
 */
function presentProblem(
  { rule, standard, plain }: Failed,
  again: readonly Failed[],
  own: readonly string[],
): FailedRule {
  const lines: Line[] = plain
    .filter(({ required }) => own.includes(required.zh))
    .map((part) => ({
      part,
      standards: [
        ...standard,
        ...again.filter(({ parts }) => parts.includes(part.required.zh)).flatMap((one) => one.standard),
      ],
    }));
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

/** `人均纯收入2,940元，没有超过扶贫标准3,218元，还差278元` */
function wordsOf({ said, gap, required }: PlainPart): FailedRule["lines"][number]["words"] {
  const { zh, en } = said ?? required;
  return gap ? { zh: `${zh}，${gap.short.zh}`, en: `${en}. ${gap.short.en}` } : { zh, en };
}

function largestLack(lines: readonly Line[]): number | null {
  const lacks = lines.flatMap(({ part }) => part.gap?.fen ?? []);
  return lacks.length > 0 ? Math.max(...lacks) : null;
}
