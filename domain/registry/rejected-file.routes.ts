/** URLs of the rejected rows of an import: asked for here, made by the worker, fetched by whoever asked. */
import { attachment, tableTypes } from "../../platform/table-file.ts";
import type { Routes } from "../access/routes.ts";
import { ImportKey } from "./import.contract.ts";
import { RejectedFileKey, StartedRejectedFile } from "./rejected-file.contract.ts";
import { getRejectedFile, startRejectedFile } from "./rejected-file.service.ts";

const tags = ["registry"];

export const rejectedFileRoutes: Routes = (app) => {
  app.post("/counties/:county/imports/:id/rejected-rows", {
    config: { permission: "import.open-rejected" },
    schema: {
      operationId: "import.open-rejected",
      summary: "Have the rows that were not taken made into a workbook to mend; its progress is a task",
      tags,
      params: ImportKey,
      response: { 202: StartedRejectedFile },
    },
    handler: async (request, reply) =>
      reply.code(202).send(await request.work((work) => startRejectedFile(work, request.params))),
  });

  app.get("/counties/:county/imports/:id/rejected-rows/:task", {
    config: { permission: "import.fetch-rejected" },
    schema: {
      operationId: "import.fetch-rejected",
      summary: "The finished workbook, for the person who asked for it",
      tags,
      params: RejectedFileKey,
      produces: [tableTypes.xlsx],
    },
    handler: async (request, reply) => {
      const file = await request.work((work) => getRejectedFile(work, request.params));
      return reply
        .type(tableTypes.xlsx)
        .header("content-disposition", attachment(file.name))
        .header("cache-control", "no-store")
        .send(file.bytes);
    },
  });
};
