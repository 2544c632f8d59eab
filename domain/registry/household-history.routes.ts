/** URL of a household's history. */
import type { Routes } from "../access/routes.ts";
import { HouseholdHistory } from "./household-history.contract.ts";
import { getHouseholdHistory } from "./household-history.service.ts";
import { HouseholdKey } from "./household.contract.ts";

export const householdHistoryRoutes: Routes = (app) => {
  app.get("/counties/:county/households/:id/history", {
    config: { permission: "household.history" },
    schema: {
      operationId: "household.history",
      summary: "A household's books side by side, and what was done about it, masked",
      tags: ["registry"],
      params: HouseholdKey,
      response: { 200: HouseholdHistory },
    },
    handler: (request) => request.work((work) => getHouseholdHistory(work, request.params)),
  });
};
