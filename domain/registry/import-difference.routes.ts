/** URL of what an import changes. */
import type { Routes } from "../access/routes.ts";
import { ImportKey } from "./import.contract.ts";
import { DifferencePage, DifferenceQuery } from "./import-difference.contract.ts";
import { pageOfDifferences } from "./import-difference.service.ts";

export const importDifferenceRoutes: Routes = (app) => {
  app.get("/counties/:county/imports/:id/differences", {
    config: { permission: "import.list-differences" },
    schema: {
      operationId: "import.list-differences",
      summary: "What an import changes, by pages and by field",
      tags: ["registry"],
      params: ImportKey,
      querystring: DifferenceQuery,
      response: { 200: DifferencePage },
    },
    handler: (request) => request.work((work) => pageOfDifferences(work, request.params, request.query)),
  });
};
