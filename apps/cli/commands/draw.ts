/** `draw`: the sample of a frozen frame, a plan, public randomness and a secret; the same files always give the same. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { InputError } from "../../../engines/input-error.ts";
import { type Draw, draw } from "../../../engines/survey/draw/draw.ts";
import { explainDraw } from "../../../engines/survey/draw/draw-words.ts";
import { type PublishedDraw, publishedDraw } from "../../../engines/survey/draw/published-draw.ts";
import { defineCommand } from "../command.ts";
import { FilePath, HexBytes } from "../command-input.ts";
import { writeCheckedBundle } from "../draw-bundle.ts";
import { readFindings, requireUse } from "../draw-findings.ts";
import { readPlanFile } from "../plan-file.ts";
import { requireNew } from "../readable-file.ts";
import { readTextFile } from "../text-file.ts";

const Shares = z
  .string("请给出密钥份额\nthe shares of the secret are needed")
  .transform((text) => text.split(","))
  .pipe(z.array(HexBytes));

export const drawCommand = defineCommand({
  options: [
    ["--frame <file>", { zh: "冻结的名单：编号、层、规模", en: "the frozen frame: id, stratum, size" }],
    ["--plan <file>", { zh: "抽样方案（JSON）", en: "the plan (JSON)" }],
    [
      "--beacon <value...>",
      {
        zh: "公开随机数：hex:十六进制、drand:轮次:签名，或原样的文字；方案列出几个来源就给几个",
        en: "public randomness: hex:HEX, drand:ROUND:SIGNATURE, or text as it is; one for each source of the plan",
      },
    ],
    [
      "--secret <hex>",
      { zh: "各方的密钥份额，逗号分开", en: "the shares of the secret, with commas between" },
    ],
    [
      "--households <file>",
      {
        zh: "第二阶段的户名单：户、村、类别、人数",
        en: "household list of the second stage: id, village, group, persons",
      },
    ],
    [
      "--bundle <file>",
      {
        zh: "另写一份可公布的材料，不覆盖已有文件（含密钥份额，查访结束后再用）",
        en: "also write the bundle to publish, a new file; it reveals the shares, so after fieldwork only",
      },
    ],
    [
      "--holder <name...>",
      {
        zh: "写入材料的份额持有方（单位，不写个人），依份额的次序；省略为1、2、3……",
        en: "for the bundle: who holds each share (offices, no persons), in their order; 1, 2, 3 … when absent",
      },
    ],
    [
      "--interviews <file>",
      {
        zh: "写入材料的查访记录（JSON，不含个人信息）",
        en: "interviews for the bundle, without personal data (JSON)",
      },
    ],
    [
      "--questions <file>",
      {
        zh: "要公布哪些结果（JSON），由查访记录算出",
        en: "which results to publish (JSON), computed from the interviews",
      },
    ],
    ["--log <file>", { zh: "写入材料的日志证明（JSON）", en: "proofs of the log for the bundle (JSON)" }],
  ],
  examples: [
    [
      "jingzhun draw --frame 村名单.tsv --plan 方案.json --beacon hex:fc18… --secret 4242…,1717… --json",
      { zh: "抽出的村和各自的概率", en: "the drawn villages and their probabilities" },
    ],
  ],
  input: z.strictObject({
    frame: FilePath,
    plan: FilePath,
    beacon: z.array(z.string(), "请给出公开随机数\npublic randomness is needed").min(1),
    secret: Shares,
    households: FilePath.optional(),
    bundle: FilePath.optional(),
    holder: z.array(z.string().min(1)).optional(),
    interviews: FilePath.optional(),
    questions: FilePath.optional(),
    log: FilePath.optional(),
  }),
  run: async ({ frame, plan, beacon, secret, households, bundle, holder, ...findings }, { progress }) => {
    requireUse(bundle, findings);
    if (bundle !== undefined) requireNew(bundle);
    const input = {
      frame: await readTextFile(frame),
      plan: await readPlanFile(plan),
      beacons: beacon,
      households: households === undefined ? undefined : await readTextFile(households),
    };
    const drawn = draw({ ...input, shares: secret });
    if (holder && holder.length !== secret.length) throw holdersMissing(secret.length);
    if (bundle !== undefined) {
      const shares = secret.map((share, at) => ({
        holder: holder?.[at] ?? String(at + 1),
        share: bytesToHex(share),
      }));
      await writeCheckedBundle(bundle, { ...input, shares, ...(await readFindings(drawn, findings)) });
    }
    const published = publishedDraw(drawn);
    const withoutHouseholds = drawn.plan.groups && !drawn.second;
    if (withoutHouseholds) progress.step(onlyVillages);
    return { json: published, lines: linesOf(drawn, published) };
  },
});

const onlyVillages =
  "方案有两个阶段，没有给 --households：这里只抽了村。各村户名单备齐后，加 --households 再运行，抽出的村不变。\n" +
  "The plan has two stages and --households was not given: only villages were drawn. Run it again with the household list of " +
  "the drawn villages; the villages stay the same.";

function holdersMissing(shares: number): InputError {
  return new InputError("draw.holder", {
    zh: `密钥份额有${shares}个，--holder 也应给出${shares}个持有方，次序相同。`,
    en: `There are ${shares} shares of the secret: give ${shares} names after --holder, in the same order.`,
  });
}

function linesOf(drawn: Draw, published: PublishedDraw): string[] {
  const { zh, en } = explainDraw(drawn);
  return [
    `名单根 root: ${published.root}`,
    `方案 plan: ${published.planHash}`,
    `种子 seed: ${published.seed}`,
    `县种子 county seed: ${published.countySeed}`,
    ...published.selected.map(({ id, stratum, pi }) => `  ${id}  ${stratum}  ${pi ?? "–"}`),
    ...(published.households ?? []).map(
      ({ id, village, group, pi }) => `  ${id}  ${village}/${group}  ${pi}`,
    ),
    zh,
    en,
  ];
}
