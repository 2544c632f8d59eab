/** `policy apply`: puts the policy files into force, as the owner of the database. */
import { applyPolicies } from "../../../domain/verdicts/policy/policy-apply.ts";
import { defineCommand } from "../command.ts";
import { NoInput } from "../command-input.ts";
import { prepareDatabase } from "../prepare-database.ts";
import { withOwner } from "../session.ts";

export const policyApplyCommand = defineCommand({
  examples: [
    ["jingzhun policy apply", { zh: "启用 policies/ 里的规则", en: "apply the rules in policies/" }],
  ],
  input: NoInput,
  run: (_input, context) =>
    withOwner(context, async (ownerUrl) => {
      // Whatever command comes first on a fresh database makes it complete.
      const prepared = await prepareDatabase(ownerUrl, context.progress.step);
      const applied = prepared.policies ?? (await applyPolicies(ownerUrl));
      const { version, rules, added, changed, retired } = applied;
      return {
        json: applied,
        lines: [
          `版本 version: ${version}，规则 rules: ${rules}`,
          `新增 added: ${added}，变更 changed: ${changed}，停用 retired: ${retired}`,
        ],
      };
    }),
});
