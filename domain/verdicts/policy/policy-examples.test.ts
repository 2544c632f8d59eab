/** The worked examples of this project's rules stand on every bound, and show every part failing alone and every exception. */
import { expect, test } from "vitest";
import type { CompiledRule } from "../../../engines/policy/compile.ts";
import { evaluateTruth } from "../../../engines/policy/evaluate.ts";
import { readFacts } from "../../../engines/policy/examples.ts";
import { judge } from "../../../engines/policy/judge.ts";
import { plainRequired } from "../../../engines/policy/plain-rule.ts";
import { type Checked, chainOf, checkedParts, factsOf } from "../../../engines/policy/tree.ts";
import type { Facts } from "../../../engines/policy/value.ts";
import { readPolicies } from "./policy-files.ts";

const { rules } = readPolicies();
const ordered = new Set(["<", "<=", ">", ">="]);

function casesOf({ rule, catalogue }: CompiledRule): { expect: string; facts: Facts }[] {
  return rule.examples.map((example) => ({
    expect: example.expect,
    facts: readFacts(example.given, catalogue),
  }));
}

/** Each side by side with what it is held against, as an equation. */
function boundsOf(node: Checked): Checked[] {
  const on = (left: Checked, right: Checked): Checked => ({
    kind: "compare",
    operator: "=",
    left,
    right,
    type: "boolean",
    position: left.position,
    length: left.length,
  });
  const inner = checkedParts(node).flatMap(boundsOf);
  if (node.kind === "compare" && ordered.has(node.operator)) return [on(node.left, node.right), ...inner];
  if (node.kind === "between") return [on(node.operand, node.low), on(node.operand, node.high), ...inner];
  return inner;
}

test("an example stands on every bound of every rule", () => {
  const bare = rules.flatMap((compiled) => {
    const cases = casesOf(compiled);
    const trees = [compiled.when, ...(compiled.applies ? [compiled.applies] : [])];
    const untested = trees
      .flatMap(boundsOf)
      .filter((bound) => !cases.some(({ facts }) => evaluateTruth(bound, facts) === true));
    return untested.map(({ position }) => `${compiled.rule.id} ${position}`);
  });
  expect(bare).toEqual([]);
});

test("an example shows every part of every rule failing alone, and then only its own message is said", () => {
  const silent = rules.flatMap((compiled) => {
    const parts = chainOf(compiled.when, "and");
    const cases = casesOf(compiled).filter((one) => one.expect === "fail");
    return parts.flatMap((part, index) => {
      const alone = cases.find(({ facts }) =>
        parts.every((one) => (evaluateTruth(one, facts) === false) === (one === part)),
      );
      if (!alone) return [`${compiled.rule.id} part ${index + 1}`];
      const { zh, en } = judge(compiled, alone.facts).sentence;
      const [before = ""] = compiled.rule.message[index]?.zh.split("{") ?? [];
      expect(zh.startsWith(before), `${compiled.rule.id}: ${zh}`).toBe(true);
      // A value that is not known reads well at the end of a phrase, not before its measure: 耕地未填亩.
      expect(`${zh}${en}`, compiled.rule.id).not.toMatch(/[{}]|未填(?![，；”（])/);
      return [];
    });
  });
  expect(silent).toEqual([]);
});

test("an example shows every contradiction of every rule", () => {
  const unshown = rules.flatMap((compiled) =>
    compiled.contradictions.flatMap((tree, index) => {
      const shown = casesOf(compiled).some(
        ({ expect, facts }) => expect === "unknown" && evaluateTruth(tree, facts) === true,
      );
      return shown ? [] : [`${compiled.rule.id} contradiction ${index + 1}`];
    }),
  );
  expect(unshown).toEqual([]);
});

test("the plain words of a rule name every fact it reads, and never only say that a condition is listed", () => {
  const vague = rules.flatMap((compiled) => {
    const said = plainRequired(compiled).map(({ zh }) => zh);
    const unnamed = chainOf(compiled.when, "and").flatMap((part, index) =>
      factsOf(part).filter(({ term }) => !said[index]?.includes(term)),
    );
    return unnamed.length > 0 || said.some((words) => words.includes("所列条件")) ? [compiled.rule.id] : [];
  });
  expect(vague).toEqual([]);
});

test("an example shows whom a rule does not concern", () => {
  const limited = rules.filter(({ applies, exemptions }) => applies ?? exemptions.length > 0);
  const unshown = limited.filter(({ rule }) => !rule.examples.some((one) => one.expect === "notApplicable"));
  expect(unshown.map(({ rule }) => rule.id)).toEqual([]);
});
