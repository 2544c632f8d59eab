/** Zod checks each request and reports all faults at once, each with its path and a Chinese and an English sentence. */
import type { FastifySchemaCompiler } from "fastify";
import { z } from "zod";
import { Problem } from "../../platform/problem.ts";
import { requestProblems } from "./request.problems.ts";

export interface Issue {
  /** Keys and indexes from the top of the body, query or parameters. */
  path: (string | number)[];
  zh: string;
  en: string;
}

const zhSentence = z.locales.zhCN().localeError;
const enSentence = z.locales.en().localeError;

const faults = new WeakMap<Problem, Issue[]>();

export const checkRequest: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data) => {
    const result = schema.safeParse(data, { error: bilingual });
    if (result.success) return { value: result.data };
    // What stands in the path is an address, not something that the reader filled in.
    if (httpPart === "params") return { error: requestProblems["request.not-found"]() };
    const problem = requestProblems["request.invalid"]({ count: result.error.issues.length });
    faults.set(problem, result.error.issues.map(present));
    return { error: problem };
  };

/** The faults behind a problem `request.invalid`. */
export function issuesOf(problem: Problem): Issue[] | undefined {
  return faults.get(problem);
}

/** A schema's own message may be written the same way: the Chinese sentence, a line break, the English one. */
function bilingual(issue: z.core.$ZodRawIssue): string {
  return `${sentence(zhSentence(issue))}\n${sentence(enSentence(issue))}`;
}

function sentence(result: string | { message: string } | null | undefined): string {
  return typeof result === "string" ? result : (result?.message ?? "");
}

function present(issue: z.core.$ZodIssue): Issue {
  const [zh = "", en = zh] = issue.message.split("\n");
  return { path: issue.path.map((key) => (typeof key === "symbol" ? String(key) : key)), zh, en };
}
