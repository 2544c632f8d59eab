/** Writes a bundle only when a stranger's check of it will find nothing wrong. */
import { InputError } from "../../engines/input-error.ts";
import { type BundleParts, makeBundle, writeBundle } from "../../engines/survey/bundle/bundle.ts";
import type { Check } from "../../engines/survey/bundle/check.ts";
import { verifyBundle } from "../../engines/survey/bundle/verify-bundle.ts";
import { writeTextFile } from "./text-file.ts";

/** @throws InputError bundle.refused @throws Problem cli.file-exists, cli.file-unwritable */
export async function writeCheckedBundle(file: string, parts: BundleParts): Promise<void> {
  const text = writeBundle(makeBundle(parts));
  const wrong = verifyBundle(text).find((check) => check.ok === false);
  if (wrong) throw refused(wrong);
  await writeTextFile(file, text);
}

function refused({ id, zh, en, place, expected, found }: Check): InputError {
  return new InputError("bundle.refused", {
    zh: `没有写材料：draw verify 会在 ${id} 判为不符。${zh}。位置 ${place}，应为 ${expected}，实为 ${found}。`,
    en: `The bundle was not written: draw verify would mark ${id} red. ${en}. At ${place}: expected ${expected}, found ${found}.`,
  });
}
