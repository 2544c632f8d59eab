/** `draw page`: the page for strangers as one file, to be given away beside a published bundle. */
import { z } from "zod";
import { buildRecheckPage, hashOfPage } from "../../recheck/build.ts";
import { defineCommand } from "../command.ts";
import { FilePath } from "../command-input.ts";
import { writeTextFile } from "../text-file.ts";

export const drawPageCommand = defineCommand({
  options: [["--out <file>", { zh: "写到哪里（.html）", en: "where to write it (.html)" }]],
  examples: [
    [
      "jingzhun draw page --out recheck.html",
      {
        zh: "一个文件，双击打开；同样的源代码写出的每个字节都相同",
        en: "one file, opened by a double click; the same source always gives the same bytes",
      },
    ],
  ],
  input: z.strictObject({ out: FilePath }),
  run: async ({ out }) => {
    const page = await buildRecheckPage();
    await writeTextFile(out, page);
    const bytes = Buffer.byteLength(page);
    const sha256 = hashOfPage(page);
    return {
      json: { file: out, bytes, sha256 },
      lines: [
        `已写出 ${out}（${bytes} 字节），双击即可在浏览器里打开。请把它的 SHA-256 与材料一起公布：`,
        `Written to ${out} (${bytes} bytes); a double click opens it in a browser. Publish its SHA-256 beside the bundle:`,
        sha256,
      ],
    };
  },
});
