/** URL of an area's figures over the years. */
import type { Routes } from "../../access/routes.ts";
import { AreaKey } from "./figure.contract.ts";
import { SeriesOfArea } from "./series.contract.ts";
import { listSeries } from "./series.service.ts";

export const seriesRoutes: Routes = (app) => {
  app.get("/areas/:area/series", {
    config: { permission: "series.read" },
    schema: {
      operationId: "series.read",
      summary: "Key figures of an area over the years, registered and published",
      tags: ["verdicts"],
      params: AreaKey,
      response: { 200: SeriesOfArea },
    },
    handler: (request) => request.work((work) => listSeries(work, request.params.area)),
  });
};
