/** What a bundle holds beside the draw, from JSON files in the shapes of docs/bundle.md. */
import { InputError } from "../../engines/input-error.ts";
import type { BundleParts } from "../../engines/survey/bundle/bundle.ts";
import { readInterviews, readLogProofs, readQuestions } from "../../engines/survey/bundle/read-findings.ts";
import { publishedResults } from "../../engines/survey/bundle/results.ts";
import type { Json } from "../../engines/survey/draw/canonical-json.ts";
import type { Draw } from "../../engines/survey/draw/draw.ts";
import { repeatedKey } from "../../engines/survey/draw/repeated-key.ts";
import { readTextFile } from "./text-file.ts";

export interface FindingFiles {
  interviews?: string | undefined;
  questions?: string | undefined;
  log?: string | undefined;
}

/** @throws InputError data.not-json, data.repeated-key, bundle.shape, and those of the estimators @throws Problem cli.file-missing */
export async function readFindings(
  draw: Draw,
  files: FindingFiles,
): Promise<Pick<BundleParts, "interviews" | "results" | "log">> {
  const [interviews, questions, log] = [
    await readJson(files.interviews, readInterviews),
    await readJson(files.questions, readQuestions),
    await readJson(files.log, readLogProofs),
  ];
  const results = questions && publishedResults(draw, interviews ?? [], questions);
  return { interviews, results, log };
}

async function readJson<Value>(
  file: string | undefined,
  read: (json: Json) => Value,
): Promise<Value | undefined> {
  return file === undefined ? undefined : read(parsed(await readTextFile(file), file));
}

function parsed(text: string, file: string): Json {
  try {
    const value: Json = JSON.parse(text);
    if (repeatedKey(text) !== undefined) throw repeats(file);
    return value;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError("data.not-json", {
      zh: `文件 ${file} 不是JSON。`,
      en: `The file ${file} is no JSON.`,
    });
  }
}

/** The key is not said: it may be somebody's name in a wrong place. */
function repeats(file: string): InputError {
  return new InputError("data.repeated-key", {
    zh: `文件 ${file} 的同一个对象里有重复的键，读出哪一个因软件而异。请去掉一个。`,
    en: `In the file ${file} an object says a key twice, and software differs in which it reads. Remove one.`,
  });
}
