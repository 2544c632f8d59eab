/** URLs of undoing a written import; the worker does it. */
import type { Routes } from "../access/routes.ts";
import { ImportBatch, ImportKey } from "./import.contract.ts";
import { UndoPage, UndoQuery } from "./import-undo.contract.ts";
import { pageOfLeftAlone, startUndo } from "./import-undo.service.ts";

const key = { params: ImportKey, tags: ["registry"] };

export const importUndoRoutes: Routes = (app) => {
  app.post("/counties/:county/imports/:id/undo", {
    config: { permission: "import.undo" },
    schema: {
      operationId: "import.undo",
      summary: "Write the values that an import changed again as they were, where nothing changed since",
      ...key,
      response: { 202: ImportBatch },
    },
    handler: async (request, reply) =>
      reply.code(202).send(await request.work((work) => startUndo(work, request.params))),
  });

  app.get("/counties/:county/imports/:id/undo", {
    config: { permission: "import.list-left-alone" },
    schema: {
      operationId: "import.list-left-alone",
      summary: "Households that undoing an import leaves alone, each with the reason, by pages",
      ...key,
      querystring: UndoQuery,
      response: { 200: UndoPage },
    },
    handler: (request) => request.work((work) => pageOfLeftAlone(work, request.params, request.query)),
  });
};
