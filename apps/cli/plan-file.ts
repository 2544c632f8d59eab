/** The file of a plan as text, whose bytes are hashed; what is no JSON at all is told apart from a plan that is wrong. */
import { InputError } from "../../engines/input-error.ts";
import { readTextFile } from "./text-file.ts";

/** @throws InputError draw.plan, data.not-utf8 @throws Problem cli.file-missing */
export async function readPlanFile(file: string): Promise<string> {
  const text = await readTextFile(file);
  if (text.startsWith("\uFEFF")) {
    throw new InputError("draw.plan", {
      zh: `方案文件 ${file} 开头有BOM（字节顺序标记）。请另存为不带BOM的UTF-8。`,
      en: `The plan ${file} begins with a byte-order mark. Save it as UTF-8 without one.`,
    });
  }
  requireJson(text, file);
  return text;
}

function requireJson(text: string, file: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new InputError("draw.plan", {
      zh: `方案文件 ${file} 不是JSON：请核对引号、逗号和括号。格式见 docs/cli.md。`,
      en: `The plan ${file} is no JSON: check quotes, commas and brackets. The format is in docs/cli.md.`,
    });
  }
}
