/** `tlog root`: the root over the lines of a file; in memory for a few hashes, whatever the length. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { appendLeaf, emptyFrontier, frontierRoot } from "../../../engines/tlog/frontier.ts";
import { leafHash } from "../../../engines/tlog/hashing.ts";
import { defineCommand } from "../command.ts";
import { FilePath } from "../command-input.ts";
import { nodeSha256 } from "../node-hash.ts";
import { readLogFile } from "../log-file.ts";

export const tlogRootCommand = defineCommand({
  argument: { name: "<file>", about: { zh: "每行一条的文件", en: "a file of one entry a line" } },
  examples: [
    ["jingzhun tlog root 日志.txt --json", { zh: "条数和根哈希", en: "number of entries and root" }],
  ],
  input: z.strictObject({ file: FilePath }),
  run: async ({ file }) => {
    const { entries, notes } = await readLogFile(file);
    const frontier = emptyFrontier();
    for (const entry of entries) {
      appendLeaf(nodeSha256, frontier, leafHash(nodeSha256, entry));
    }
    const root = bytesToHex(frontierRoot(nodeSha256, frontier));
    return {
      json: { size: frontier.size, root },
      lines: [`条数 entries: ${frontier.size}`, `根 root: ${root}`],
      notes,
    };
  },
});
