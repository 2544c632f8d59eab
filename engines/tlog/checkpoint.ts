/**
 * Checkpoints (C2SP tlog-checkpoint): which log, how many entries, which root, as the text of a signed note. Lines after the
 * third are extensions; they are kept and not understood.
 */
import { InputError } from "../input-error.ts";
import { fromBase64, toBase64 } from "./base64.ts";

export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
  extensions: string[];
}

/** `origin LF size LF base64(root) LF`, then each extension and LF. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), toBase64(root), ...extensions].map((line) => `${line}\n`).join("");
}

/** @throws InputError tlog.checkpoint */
export function readCheckpoint(text: string): Checkpoint {
  const lines = text.split("\n");
  const [origin = "", sizeText = "", rootText = "", ...rest] = lines;
  const last = rest.pop();
  const root = fromBase64(rootText);
  const size = /^(0|[1-9]\d*)$/.test(sizeText) ? Number(sizeText) : Number.NaN;
  if (origin === "" || !Number.isSafeInteger(size) || !root?.length || last !== "" || rest.includes("")) {
    throw new InputError("tlog.checkpoint", {
      zh: "不是日志检查点：第一行是日志名称，第二行是条数，第三行是根哈希（base64），每行以换行结束。",
      en: "This is no checkpoint: its lines are the name of the log, the number of entries and the root in base64, each ended by a line feed.",
    });
  }
  return { origin, size, root, extensions: rest };
}
