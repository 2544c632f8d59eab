/** `draw verify`: everything in a published bundle computed again, line by line. */
import { z } from "zod";
import { verifyBundle } from "../../../engines/survey/bundle/verify-bundle.ts";
import { type Check, verdictOf } from "../../../engines/survey/bundle/check.ts";
import { explainChecks } from "../../../engines/survey/bundle/checks-in-words.ts";
import { defineCommand } from "../command.ts";
import { FilePath } from "../command-input.ts";
import { readBundleFile } from "../bundle-file.ts";

export const drawVerifyCommand = defineCommand({
  argument: {
    name: "<bundle>",
    about: { zh: "公布的材料（JSON文件）", en: "the published bundle, a JSON file" },
  },
  options: [
    [
      "--trust <key...>",
      {
        zh: "日志和见证人在别处公布的公钥；签名只按这些公钥核对",
        en: "keys of log and witnesses as published elsewhere; signatures then count under these only",
      },
    ],
  ],
  examples: [
    [
      "jingzhun draw verify 公布材料.json",
      { zh: "逐项重算，指出第一处不符", en: "computes all again and names the first difference" },
    ],
  ],
  input: z.strictObject({ bundle: FilePath, trust: z.array(z.string()).optional() }),
  run: async ({ bundle, trust }) => {
    const checks = verifyBundle(await readBundleFile(bundle), trust);
    // null: nothing is red, and something is open that this bundle cannot show.
    const ok = verdictOf(checks);
    const { zh, en } = explainChecks(checks);
    const lines = [...checks.flatMap(linesOf), zh, en];
    return { json: { ok, checks }, lines, exitCode: ok === false ? 1 : 0 };
  },
});

const marks = { true: "✓", false: "✗", null: "–" };

function linesOf(check: Check): string[] {
  const mark = marks[`${check.ok}`];
  const line = `${mark} ${check.id}  ${check.zh} / ${check.en}`;
  if (check.ok === true) return [line];
  return [
    line,
    `    位置 place: ${check.place ?? "–"}`,
    `    应为 expected: ${check.expected ?? "–"}`,
    `    公布的 found: ${check.found ?? "–"}`,
  ];
}
