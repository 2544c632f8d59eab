/** `tlog consistency`: the proof that the log of a file's lines begins with the log of its first lines. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { proveConsistency } from "../../../engines/tlog/consistency.ts";
import { rootAt, treeOfEntries } from "../../../engines/tlog/tree.ts";
import { defineCommand } from "../command.ts";
import { FilePath, wholeNumber } from "../command-input.ts";
import { nodeSha256 } from "../node-hash.ts";
import { readLinesOfBytes } from "../text-file.ts";

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
    const tree = treeOfEntries(nodeSha256, await readLinesOfBytes(file));
    const proof = proveConsistency(tree, old).map(bytesToHex);
    const [oldRoot, root] = [rootAt(tree, old), rootAt(tree)].map(bytesToHex);
    return { json: { old, size: tree.size, oldRoot, root, proof }, lines: proof };
  },
});
