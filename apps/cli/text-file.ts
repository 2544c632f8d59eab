/** A file as text whose bytes are those of the file: for what is hashed. A byte-order mark stays where it is. */
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { InputError } from "../../engines/input-error.ts";
import { cliProblems } from "./cli.problems.ts";
import { requireNew, requireReadable } from "./readable-file.ts";

/** @throws Problem cli.file-missing @throws InputError data.not-utf8 */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await readBytes(file);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError("data.not-utf8", {
      zh: `文件 ${file} 不是UTF-8编码的文本。`,
      en: `The file ${file} is not text in UTF-8.`,
    });
  }
}

/** Writes a new file; what exists is never overwritten. @throws Problem cli.file-exists, cli.file-unwritable */
export async function writeTextFile(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    requireNew(file);
    throw cliProblems["cli.file-unwritable"]({ file: resolve(file) }, error);
  }
}

/** @throws Problem cli.file-missing */
export async function readBytes(file: string): Promise<Uint8Array> {
  await requireReadable(file);
  return readFile(file);
}

/** The lines without their line feeds; what ends without one counts too. */
export function* linesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(0x0a, at);
    const end = found === -1 ? bytes.length : found;
    yield bytes.subarray(at, end);
    at = end + 1;
  }
}
