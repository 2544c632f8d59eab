/** What a bundle holds beside the draw, from JSON files in the shapes of docs/bundle.md. */
import { InputError } from "../../engines/input-error.ts";
import type { BundleParts } from "../../engines/survey/bundle/bundle.ts";
import { readInterviews, readLogProofs, readQuestions } from "../../engines/survey/bundle/read-findings.ts";
import { publishedResults } from "../../engines/survey/bundle/results.ts";
import type { Json } from "../../engines/survey/draw/canonical-json.ts";
import type { Draw } from "../../engines/survey/draw/draw.ts";
import { readTextFile } from "./text-file.ts";

export interface FindingFiles {
  interviews?: string | undefined;
  questions?: string | undefined;
  log?: string | undefined;
}

/** @throws InputError data.not-json, bundle.shape, and those of the estimators @throws Problem cli.file-missing */
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
    return value;
  } catch {
    throw new InputError("data.not-json", {
      zh: `文件 ${file} 不是JSON。`,
      en: `The file ${file} is no JSON.`,
    });
  }
}
