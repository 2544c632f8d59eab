/** URL of a place's rank. */
import type { Routes } from "../../access/routes.ts";
import { AreaKey } from "./figure.contract.ts";
import { Rank, RankQuery } from "./rank.contract.ts";
import { rankArea } from "./rank.service.ts";

export const rankRoutes: Routes = (app) => {
  app.get("/areas/:area/rank", {
    config: { permission: "rank.read" },
    schema: {
      operationId: "rank.read",
      summary: "How an area stands among its siblings, or the places below it among each other",
      tags: ["verdicts"],
      params: AreaKey,
      querystring: RankQuery,
      response: { 200: Rank },
    },
    handler: (request) => request.work((work) => rankArea(work, request.params.area, request.query)),
  });
};
