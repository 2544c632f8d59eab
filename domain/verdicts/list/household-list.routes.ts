/** URL of the household list. A search is a POST that reads: names and id digits never stand in a URL. */
import type { Routes } from "../../access/routes.ts";
import { AreaKey } from "../figures/figure.contract.ts";
import { HouseholdPageOf, HouseholdSearch } from "./household-list.contract.ts";
import { searchHouseholds } from "./household-list.service.ts";

export const householdListRoutes: Routes = (app) => {
  app.post("/areas/:area/households/search", {
    config: { permission: "household.list", readOnly: true },
    schema: {
      operationId: "household.list",
      summary: "Households of an area, a page at a time",
      tags: ["verdicts"],
      params: AreaKey,
      body: HouseholdSearch,
      response: { 200: HouseholdPageOf },
    },
    handler: (request) => request.work((work) => searchHouseholds(work, request.params.area, request.body)),
  });
};
