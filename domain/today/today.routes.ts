/** URL of the first page after signing in. */
import type { Routes } from "../access/routes.ts";
import { Today } from "./today.contract.ts";
import { getToday } from "./today.service.ts";

export const todayRoutes: Routes = (app) => {
  app.get("/today", {
    config: { permission: "today.read" },
    schema: {
      operationId: "today.read",
      summary: "What there is to do in one's own area, and how it stands",
      tags: ["today"],
      response: { 200: Today },
    },
    handler: (request) => request.work(getToday),
  });
};
