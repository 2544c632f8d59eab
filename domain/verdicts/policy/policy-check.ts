/** `policy check`: parses, type-checks and runs the examples of all policies. */
import { runExamples } from "../../../engines/policy/examples.ts";
import { type PolicyMistake, readPolicies } from "./policy-files.ts";

export interface PolicyCheck {
  rules: number;
  examples: number;
  failed: PolicyMistake[];
}

export function checkPolicies(folder?: string): PolicyCheck {
  const set = readPolicies(folder);
  const failed = [...set.mistakes];
  let examples = 0;
  for (const compiled of set.rules) {
    const result = runExamples(compiled);
    examples += result.examples;
    for (const { ruleId, index, zh, en } of result.failed) {
      failed.push({
        file: set.files.get(ruleId) ?? "",
        rule: ruleId,
        field: `examples[${index}]`,
        position: null,
        code: "example.differs",
        zh,
        en,
      });
    }
  }
  return { rules: set.rules.length, examples, failed };
}
