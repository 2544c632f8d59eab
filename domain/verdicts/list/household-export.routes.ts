/** URLs of exporting households: started here, made by the worker, fetched by whoever started it. */
import { attachment, tableTypes } from "../../../platform/table-file.ts";
import type { Routes } from "../../access/routes.ts";
import { AreaKey } from "../figures/figure.contract.ts";
import { HouseholdExport, HouseholdExportKey, StartedHouseholdExport } from "./household-export.contract.ts";
import { getHouseholdExport, startHouseholdExport } from "./household-export.service.ts";

const tags = ["verdicts"];

export const householdExportRoutes: Routes = (app) => {
  app.post("/areas/:area/households/exports", {
    config: { permission: "household.export" },
    schema: {
      operationId: "household.export",
      summary: "Export the households that the filters leave, with masked names; its progress is a task",
      tags,
      params: AreaKey,
      body: HouseholdExport,
      response: { 202: StartedHouseholdExport },
    },
    handler: async (request, reply) => {
      const started = await request.work((work) =>
        startHouseholdExport(work, { areaCode: request.params.area, filters: request.body }),
      );
      return reply.code(202).send(started);
    },
  });

  app.get("/areas/:area/households/exports/:id", {
    config: { permission: "household.fetch-export" },
    schema: {
      operationId: "household.fetch-export",
      summary: "The finished export, for the person who asked for it",
      tags,
      params: HouseholdExportKey,
      produces: [tableTypes.xlsx],
    },
    handler: async (request, reply) => {
      const file = await request.work((work) => getHouseholdExport(work, request.params));
      return reply
        .type(tableTypes.xlsx)
        .header("content-disposition", attachment(file.name))
        .header("cache-control", "no-store")
        .send(file.bytes);
    },
  });
};
