/** `migrate`: schema, divisions and policies of this version, as the owner of the database. */
import { defineCommand } from "../command.ts";
import { NoInput } from "../command-input.ts";
import { prepareDatabase } from "../prepare-database.ts";
import { withOwner } from "../session.ts";

export const migrateCommand = defineCommand({
  examples: [
    ["jingzhun migrate", { zh: "更新自带数据库", en: "update the embedded database" }],
    [
      "DATABASE_URL=… DATABASE_OWNER_URL=… jingzhun migrate",
      { zh: "更新外部数据库", en: "update an external database" },
    ],
  ],
  input: NoInput,
  run: (_input, context) =>
    withOwner(context, async (ownerUrl) => {
      const { migrations } = await prepareDatabase(ownerUrl, context.progress.step);
      return {
        json: { migrations },
        lines: [`结构更新 migrations: ${migrations.join(", ") || "无 none"}`],
      };
    }),
});
