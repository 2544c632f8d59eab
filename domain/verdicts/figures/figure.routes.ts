/** URLs of an area's figures. */
import type { Routes } from "../../access/routes.ts";
import { AreaFigures, AreaKey, YearQuery } from "./figure.contract.ts";
import { getAreaFigures } from "./figure.service.ts";

export const figureRoutes: Routes = (app) => {
  app.get("/areas/:area/figures", {
    config: { permission: "figure.read" },
    schema: {
      operationId: "figure.read",
      summary: "Figures of an area in the book of a year",
      tags: ["verdicts"],
      params: AreaKey,
      querystring: YearQuery,
      response: { 200: AreaFigures },
    },
    handler: (request) =>
      request.work((work) => getAreaFigures(work, request.params.area, request.query.year)),
  });
};
