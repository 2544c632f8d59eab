/** `tlog prove`: the proof that a line of a file stands at its place in the log of all its lines. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { proveInclusion } from "../../../engines/tlog/inclusion.ts";
import { treeOfEntries } from "../../../engines/tlog/tree.ts";
import { defineCommand } from "../command.ts";
import { FilePath, wholeNumber } from "../command-input.ts";
import { nodeSha256 } from "../node-hash.ts";
import { readLogFile } from "../log-file.ts";

export const tlogProveCommand = defineCommand({
  argument: { name: "<file>", about: { zh: "每行一条的文件", en: "a file of one entry a line" } },
  options: [
    ["--index <i>", { zh: "第几条，从0数起", en: "which entry, counted from 0" }],
    ["--size <n>", { zh: "日志当时的条数，省略为现在", en: "size of the log then; now when absent" }],
  ],
  examples: [
    [
      "jingzhun tlog prove 日志.txt --index 3 --json",
      { zh: "第4条的证明", en: "the proof of the fourth entry" },
    ],
  ],
  input: z.strictObject({
    file: FilePath,
    index: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    size: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional(),
  }),
  run: async ({ file, index, size }) => {
    const { entries, notes } = await readLogFile(file);
    const tree = treeOfEntries(nodeSha256, entries);
    const proof = proveInclusion(tree, index, size).map(bytesToHex);
    const total = size ?? tree.size;
    return {
      json: { index, size: total, proof },
      lines: [
        `共${total}条时第${index}条（从0数起）的证明，${proof.length}个哈希：`,
        `The proof of entry ${index} (counted from 0) among ${total}, ${proof.length} hashes:`,
        ...proof.map((hash) => `  ${hash}`),
      ],
      notes,
    };
  },
});
