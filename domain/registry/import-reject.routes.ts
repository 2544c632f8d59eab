/** URLs of what an import rejects and leaves out. */
import type { Routes } from "../access/routes.ts";
import { ImportKey } from "./import.contract.ts";
import { RejectGroupList, RejectPage, RejectQuery } from "./import-reject.contract.ts";
import { listRejectGroups, pageOfRejects } from "./import-reject.service.ts";

const key = { params: ImportKey, tags: ["registry"] };

export const importRejectRoutes: Routes = (app) => {
  app.get("/counties/:county/imports/:id/reject-groups", {
    config: { permission: "import.list-reject-groups" },
    schema: {
      operationId: "import.list-reject-groups",
      summary: "Reasons why rows of an import were rejected or values left out, each with its count",
      ...key,
      response: { 200: RejectGroupList },
    },
    handler: (request) => request.work((work) => listRejectGroups(work, request.params)),
  });

  app.get("/counties/:county/imports/:id/rejects", {
    config: { permission: "import.list-rejects" },
    schema: {
      operationId: "import.list-rejects",
      summary: "The places of one reason, by pages",
      ...key,
      querystring: RejectQuery,
      response: { 200: RejectPage },
    },
    handler: (request) => request.work((work) => pageOfRejects(work, request.params, request.query)),
  });
};
