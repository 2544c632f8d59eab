/** Problems as replies: RFC 9457 `application/problem+json` with the sentence in the reader's language, and in both. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { RouteApp } from "../../domain/access/routes.ts";
import type { Problem } from "../../platform/problem.ts";
import { problemOfError } from "./problem-of-error.ts";
import { requestProblems } from "./request.problems.ts";
import { issuesOf } from "./validation.ts";

export const ProblemReply = z
  .strictObject({
    type: z.string().describe("urn:jingzhun:problem:CODE"),
    title: z.string().describe("The sentence in the reader's language (Accept-Language)"),
    status: z.number().int(),
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    detail: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .describe("The values inside the sentence"),
    issues: z
      .array(
        z.strictObject({ path: z.array(z.union([z.string(), z.number()])), zh: z.string(), en: z.string() }),
      )
      .optional()
      .describe("Every fault of the request, with its place"),
  })
  .meta({ id: "Problem" });
export type ProblemReply = z.infer<typeof ProblemReply>;

export function installProblemReplies(app: RouteApp): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOfError(error);
    if (problem.status >= 500) request.log.error({ err: problem, requestId: request.id }, "request failed");
    return sendProblem(problem, request, reply);
  });
}

export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(requestProblems["request.not-found"](), request, reply);
}

function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body = presentProblem(problem, request.headers["accept-language"]);
  const seconds = problem.detail["seconds"];
  if (problem.status === 429 && seconds !== undefined) reply.header("retry-after", seconds);
  return reply
    .code(problem.status)
    .type("application/problem+json; charset=utf-8")
    .serializer(JSON.stringify)
    .send(body);
}

function presentProblem(problem: Problem, acceptLanguage: string | undefined): ProblemReply {
  const issues = issuesOf(problem);
  return {
    type: `urn:jingzhun:problem:${problem.code}`,
    title: readsEnglish(acceptLanguage) ? problem.en : problem.zh,
    status: problem.status,
    code: problem.code,
    zh: problem.zh,
    en: problem.en,
    detail: problem.detail,
    ...(issues && { issues }),
  };
}

/** Chinese unless English is asked for first. */
function readsEnglish(acceptLanguage = ""): boolean {
  return /^\s*en\b/i.test(acceptLanguage);
}
