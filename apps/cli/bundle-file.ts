/** The file of a bundle: what is no JSON document was cut or changed on its way, and nothing in it can be checked. */
import { InputError } from "../../engines/input-error.ts";
import { readTextFile } from "./text-file.ts";

/** @throws InputError bundle.empty, bundle.bom, bundle.not-json, data.not-utf8 @throws Problem cli.file-missing */
export async function readBundleFile(file: string): Promise<string> {
  const text = await readTextFile(file);
  if (text.trim() === "") {
    throw new InputError("bundle.empty", { zh: `文件 ${file} 是空的。`, en: `The file ${file} is empty.` });
  }
  if (text.startsWith("\uFEFF")) {
    throw new InputError("bundle.bom", {
      zh: `文件 ${file} 开头有BOM（字节顺序标记），已不是公布的原样。请重新下载，不要用编辑器另存。`,
      en: `The file ${file} begins with a byte-order mark, so it is not as published. Fetch it again and do not save it from an editor.`,
    });
  }
  requireDocument(text, file);
  return text;
}

function requireDocument(text: string, file: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new InputError("bundle.not-json", {
      zh: `文件 ${file} 不是完整的JSON：可能没有下载完，或不是公布的材料。请重新下载。`,
      en: `The file ${file} is no complete JSON: it may have been cut, or is no bundle. Fetch it again.`,
    });
  }
}
