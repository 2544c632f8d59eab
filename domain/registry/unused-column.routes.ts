/** URL of the columns of an import that are not used. */
import type { Routes } from "../access/routes.ts";
import { ImportKey } from "./import.contract.ts";
import { UnusedColumnList } from "./unused-column.contract.ts";
import { listUnusedColumns } from "./unused-column.service.ts";

export const unusedColumnRoutes: Routes = (app) => {
  app.get("/counties/:county/imports/:id/unused-columns", {
    config: { permission: "import.list-unused-columns" },
    schema: {
      operationId: "import.list-unused-columns",
      summary: "Columns of the file that are not used: what each is, and why",
      tags: ["registry"],
      params: ImportKey,
      response: { 200: UnusedColumnList },
    },
    handler: (request) => request.work((work) => listUnusedColumns(work, request.params)),
  });
};
