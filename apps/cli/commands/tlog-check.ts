/** `tlog check`: whether an entry stands at its place in the log of a root, by its proof. */
import { z } from "zod";
import { InputError } from "../../../engines/input-error.ts";
import { checkInclusion } from "../../../engines/tlog/inclusion.ts";
import { defineCommand } from "../command.ts";
import { FilePath, HexBytes, wholeNumber } from "../command-input.ts";
import { nodeSha256 } from "../node-hash.ts";
import { readTextFile } from "../text-file.ts";

const Proof = z.array(HexBytes);
const ProofFile = z.union([Proof, z.object({ proof: Proof }).transform((file) => file.proof)]);

export const tlogCheckCommand = defineCommand({
  options: [
    ["--root <hex>", { zh: "日志的根哈希", en: "root of the log" }],
    ["--size <n>", { zh: "日志的条数", en: "number of entries of the log" }],
    ["--index <i>", { zh: "第几条，从0数起", en: "which entry, counted from 0" }],
    ["--entry <text>", { zh: "这一条的内容", en: "the entry itself" }],
    ["--proof <file>", { zh: "tlog prove --json 的输出", en: "what tlog prove --json printed" }],
  ],
  examples: [
    [
      "jingzhun tlog check --root 5dc9… --size 8 --index 3 --entry 第四条 --proof proof.json",
      { zh: "这一条在不在日志里", en: "whether the entry stands in the log" },
    ],
  ],
  input: z.strictObject({
    root: HexBytes.refine(
      ({ length }) => length === 32,
      "根应为64位十六进制（32字节）\na root is 64 hexadecimal digits (32 bytes)",
    ),
    size: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    index: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    entry: z.string("请给出这一条的内容\nthe entry is needed"),
    proof: FilePath,
  }),
  run: async ({ root, size, index, entry, proof: file }) => {
    const proof = readProof(await readTextFile(file));
    const claim = { root, size, index, entry: new TextEncoder().encode(entry), proof };
    const ok = checkInclusion(nodeSha256, claim);
    return {
      json: { ok },
      lines: [ok ? "证明成立 the proof holds" : "证明不成立 the proof does not hold"],
      exitCode: ok ? 0 : 1,
    };
  },
});

function readProof(text: string): Uint8Array[] {
  try {
    return ProofFile.parse(JSON.parse(text));
  } catch {
    throw new InputError("tlog.proof-file", {
      zh: "证明文件不对：应是 tlog prove --json 的输出，或十六进制哈希的JSON数组。",
      en: "This is no file of a proof: it should be what tlog prove --json printed, or a JSON list of hashes in hex.",
    });
  }
}
