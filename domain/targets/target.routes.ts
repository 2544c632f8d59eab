/** URLs of targets: read-only, they are entered by file. */
import type { Routes } from "../access/routes.ts";
import { TargetArea, TargetsOfArea } from "./target.contract.ts";
import { listTargets } from "./target.service.ts";

export const targetRoutes: Routes = (app) => {
  app.get("/areas/:area/targets", {
    config: { permission: "target.read" },
    schema: {
      operationId: "target.read",
      summary: "Targets of an area with the register's counts beside",
      tags: ["targets"],
      params: TargetArea,
      response: { 200: TargetsOfArea },
    },
    handler: (request) => request.work((work) => listTargets(work, request.params.area)),
  });
};
