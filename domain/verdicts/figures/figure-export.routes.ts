/** URL of an area's figures as a file. */
import { attachment, tableTypes } from "../../../platform/table-file.ts";
import type { Routes } from "../../access/routes.ts";
import { AreaKey } from "./figure.contract.ts";
import { FigureExportQuery } from "./figure-export.contract.ts";
import { exportFigures } from "./figure-export.service.ts";

export const figureExportRoutes: Routes = (app) => {
  app.get("/areas/:area/figures/file", {
    config: { permission: "figure.export" },
    schema: {
      operationId: "figure.export",
      summary: "The places below an area with their figures, as .xlsx or .csv",
      tags: ["verdicts"],
      params: AreaKey,
      querystring: FigureExportQuery,
      produces: Object.values(tableTypes),
    },
    handler: async (request, reply) => {
      const file = await request.work((work) => exportFigures(work, request.params.area, request.query));
      return reply
        .type(tableTypes[request.query.format])
        .header("content-disposition", attachment(file.name))
        .send(file.bytes);
    },
  });
};
