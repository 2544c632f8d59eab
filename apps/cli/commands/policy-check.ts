/** `policy check`: parses, type-checks and runs the examples of all policies; needs no database. */
import { checkPolicies } from "../../../domain/verdicts/policy/policy-check.ts";
import { placeOf } from "../../../domain/verdicts/policy/policy-files.ts";
import { defineCommand } from "../command.ts";
import { NoInput } from "../command-input.ts";

export const policyCheckCommand = defineCommand({
  examples: [
    [
      "jingzhun policy check --json",
      { zh: "规则数、样例数和出错处", en: "counts of rules and examples, and what failed" },
    ],
  ],
  input: NoInput,
  run: async () => {
    const { rules, examples, failed } = checkPolicies();
    return {
      json: { rules, examples, failed },
      lines: [
        `规则 rules: ${rules}，样例 examples: ${examples}，出错 failed: ${failed.length}`,
        ...failed.flatMap((mistake) => [`  ${placeOf(mistake)}`, `    ${mistake.zh}`, `    ${mistake.en}`]),
      ],
      exitCode: failed.length > 0 ? 2 : 0,
    };
  },
});
