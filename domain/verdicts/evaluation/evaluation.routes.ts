/** URL that starts an evaluation; its progress is a task. */
import type { Routes } from "../../access/routes.ts";
import { NewEvaluation, StartedEvaluation } from "./evaluation.contract.ts";
import { startEvaluation } from "./evaluation-run.service.ts";
import { AreaKey } from "../figures/figure.contract.ts";

export const evaluationRoutes: Routes = (app) => {
  app.post("/areas/:area/evaluations", {
    config: { permission: "verdict.evaluate" },
    schema: {
      operationId: "verdict.evaluate",
      summary: "Evaluate an area's book of a year",
      tags: ["verdicts"],
      params: AreaKey,
      body: NewEvaluation,
      response: { 202: StartedEvaluation },
    },
    handler: async (request, reply) => {
      const started = await request.work((work) =>
        startEvaluation(work, request.params.area, request.body.year),
      );
      return reply.code(202).send(started);
    },
  });
};
