/** The work beside the page: long sums do not stop a person from reading, and can be given up. */
import { InputError } from "../../engines/input-error.ts";
import { recompute } from "./recompute.ts";
import type { Answer, Given } from "./report.ts";

addEventListener("message", (event: MessageEvent<Given>) => {
  answer({ kind: "step", step: "reading" });
  const text = textOf(event.data);
  if (text === undefined) {
    answer({
      kind: "refused",
      reason: {
        zh: "这个文件不是 UTF-8 文字，不会是公布材料：公布材料是一个 .json 文件。请检查是否选错了文件，或下载时损坏。",
        en: "This file is not text in UTF-8, so it is no bundle: a bundle is a .json file. Was another file chosen, or was it damaged on its way?",
      },
    });
    return;
  }
  try {
    const report = recompute(text, event.data.trusted, (step) => answer({ kind: "step", step }));
    answer({ kind: "report", report });
  } catch (error) {
    if (error instanceof InputError) {
      answer({ kind: "refused", reason: { zh: error.zh, en: error.en } });
      return;
    }
    // A file that nests a thousand lists, a browser without memory or without a function that the engines use.
    answer({ kind: "refused", reason: cannotFinish });
  }
});

const cannotFinish = {
  zh: "这个文件没有算完：内容过大、层层嵌套，或浏览器版本太旧。请换用较新的浏览器再试；若仍如此，请向发布单位索取原始文件。",
  en: "This file could not be computed to the end: it is too large or nested too deeply, or the browser is too old. Try a newer browser; if that does not help, ask the office that published it for the original file.",
};

/** Undefined for bytes that are no UTF-8. A byte-order mark stays where it is: it is part of the file. */
function textOf(given: Given): string | undefined {
  if ("text" in given) return given.text;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(given.bytes);
  } catch {
    return undefined;
  }
}

function answer(message: Answer): void {
  postMessage(message);
}
