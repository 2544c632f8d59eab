/** `tlog consistency`: the proof that the log of a file's lines begins with the log of its first lines. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { proveConsistency } from "../../../engines/tlog/consistency.ts";
import { rootAt, treeOfEntries } from "../../../engines/tlog/tree.ts";
import { defineCommand } from "../command.ts";
import { FilePath, wholeNumber } from "../command-input.ts";
import { nodeSha256 } from "../node-hash.ts";
import { readLogFile } from "../log-file.ts";

export const tlogConsistencyCommand = defineCommand({
  argument: { name: "<file>", about: { zh: "每行一条的文件", en: "a file of one entry a line" } },
  options: [["--old <n>", { zh: "以前的条数", en: "the earlier number of entries" }]],
  examples: [
    [
      "jingzhun tlog consistency 日志.txt --old 100 --json",
      { zh: "证明前100条没有变", en: "the proof that the first 100 are unchanged" },
    ],
  ],
  input: z.strictObject({ file: FilePath, old: wholeNumber(0, Number.MAX_SAFE_INTEGER) }),
  run: async ({ file, old }) => {
    const { entries, notes } = await readLogFile(file);
    const tree = treeOfEntries(nodeSha256, entries);
    const proof = proveConsistency(tree, old).map(bytesToHex);
    const [oldRoot, root] = [rootAt(tree, old), rootAt(tree)].map(bytesToHex);
    return {
      json: { old, size: tree.size, oldRoot, root, proof },
      lines: [
        `日志从${old}条增加到${tree.size}条，前${old}条没有变；证明有${proof.length}个哈希：`,
        `The log grew from ${old} to ${tree.size} entries and the first ${old} are unchanged; the proof has ${proof.length} hashes:`,
        `以前的根 old root: ${oldRoot}`,
        `现在的根 root: ${root}`,
        ...proof.map((hash) => `  ${hash}`),
      ],
      notes,
    };
  },
});
