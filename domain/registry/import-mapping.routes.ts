/** URLs of what the columns of an import mean. */
import type { Routes } from "../access/routes.ts";
import { ImportBatch, ImportKey } from "./import.contract.ts";
import { ImportFieldList, ImportMapping, MappingKey } from "./import-mapping.contract.ts";
import { forgetMapping, listImportFields, saveMapping } from "./import-mapping.service.ts";

const tags = ["registry"];

export const importMappingRoutes: Routes = (app) => {
  app.get("/import-fields", {
    config: { permission: "import.list-fields" },
    schema: {
      operationId: "import.list-fields",
      summary: "Fields of the register that a column of a file can be",
      tags,
      response: { 200: ImportFieldList },
    },
    handler: async () => listImportFields(),
  });

  app.put("/counties/:county/imports/:id/columns", {
    config: { permission: "import.map" },
    schema: {
      operationId: "import.map",
      summary: "Say what the columns of a sheet mean; the file is read again and the mapping remembered",
      tags,
      params: ImportKey,
      body: ImportMapping,
      response: { 202: ImportBatch },
    },
    handler: async (request, reply) => {
      const input = { ...request.params, ...request.body };
      return reply.code(202).send(await request.work((work) => saveMapping(work, input)));
    },
  });

  app.delete("/counties/:county/imports/:id/columns/:fingerprint", {
    config: { permission: "import.unmap" },
    schema: {
      operationId: "import.unmap",
      summary: "Forget what was said about the columns of a layout; the file is read again",
      tags,
      params: MappingKey,
      response: { 202: ImportBatch },
    },
    handler: async (request, reply) =>
      reply.code(202).send(await request.work((work) => forgetMapping(work, request.params))),
  });
};
