/** What a bundle holds beside the draw, from JSON files in the shapes of docs/bundle.md. */
import { InputError } from "../../engines/input-error.ts";
import type { BundleParts } from "../../engines/survey/bundle/bundle.ts";
import type { Interview } from "../../engines/survey/bundle/interview.ts";
import { readInterviews, readLogProofs, readQuestions } from "../../engines/survey/bundle/read-findings.ts";
import { type ResultQuestion, publishedResults } from "../../engines/survey/bundle/results.ts";
import type { Json } from "../../engines/survey/draw/canonical-json.ts";
import type { Draw } from "../../engines/survey/draw/draw.ts";
import { repeatedKey } from "../../engines/survey/draw/repeated-key.ts";
import { cliProblems } from "./cli.problems.ts";
import { readTextFile } from "./text-file.ts";

export interface FindingFiles {
  interviews?: string | undefined;
  questions?: string | undefined;
  log?: string | undefined;
}

/** An option that would have no effect is a slip. @throws Problem cli.bad-input */
export function requireUse(bundle: string | undefined, files: FindingFiles): void {
  if (bundle === undefined && Object.values(files).some((file) => file !== undefined)) {
    throw cliProblems["cli.bad-input"]({
      name: "--bundle",
      zh: "--interviews、--questions、--log 是写入材料的，要同时给 --bundle",
      en: "--interviews, --questions and --log go into the bundle: give --bundle too",
    });
  }
  if (files.questions !== undefined && files.interviews === undefined) {
    throw cliProblems["cli.bad-input"]({
      name: "--questions",
      zh: "结果由查访记录算出，要同时给 --interviews",
      en: "results are computed from interviews: give --interviews too",
    });
  }
}

/** @throws InputError data.not-json, data.repeated-key, bundle.shape, results.unknown, and those of the estimators @throws Problem cli.file-missing */
export async function readFindings(
  draw: Draw,
  files: FindingFiles,
): Promise<Pick<BundleParts, "interviews" | "results" | "log">> {
  const [interviews, questions, log] = [
    await readJson(files.interviews, readInterviews),
    await readJson(files.questions, readQuestions),
    await readJson(files.log, readLogProofs),
  ];
  if (questions) requireKnown(draw, interviews ?? [], questions);
  const results = questions && publishedResults(draw, interviews ?? [], questions);
  return { interviews, results, log };
}

/** A misspelt name would be published as a result without a value. */
function requireKnown(
  draw: Draw,
  interviews: readonly Interview[],
  questions: readonly ResultQuestion[],
): void {
  const asked = new Set(interviews.flatMap(({ answers }) => Object.keys(answers)));
  const groups = new Set((draw.second ? (draw.plan.groups ?? []) : draw.plan.strata).map(([name]) => name));
  for (const [at, { of, over, group }] of questions.entries()) {
    if (!asked.has(of)) throw unknownName(`questions[${at}].of`, of, asked);
    if (over !== undefined && !asked.has(over)) throw unknownName(`questions[${at}].over`, over, asked);
    if (group !== null && !groups.has(group)) throw unknownName(`questions[${at}].group`, group, groups);
  }
}

function unknownName(place: string, name: string, known: ReadonlySet<string>): InputError {
  return new InputError("results.unknown", {
    zh: `${place}：没有“${name}”。有的是：${[...known].join("、")}。`,
    en: `${place}: there is no "${name}". There are: ${[...known].join(", ")}.`,
  });
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
