/** URLs of cells of an import put right by hand. What is typed stands in bodies only. */
import type { RouteApp, Routes } from "../access/routes.ts";
import { ImportBatch, ImportKey } from "./import.contract.ts";
import { CorrectedCell, CorrectionPlace, ImportCorrectionList } from "./import-correction.contract.ts";
import { checkAgain, correctCell, listCorrections, withdrawCorrection } from "./import-correction.service.ts";

const key = { params: ImportKey, tags: ["registry"] };

export const importCorrectionRoutes: Routes = (app) => {
  correct(app);
  withdraw(app);
};

function correct(app: RouteApp): void {
  app.get("/counties/:county/imports/:id/corrections", {
    config: { permission: "import.list-corrections" },
    schema: {
      operationId: "import.list-corrections",
      summary: "Which cells were put right by hand, by whom and when",
      ...key,
      response: { 200: ImportCorrectionList },
    },
    handler: (request) => request.work((work) => listCorrections(work, request.params)),
  });

  app.post("/counties/:county/imports/:id/corrections", {
    config: { permission: "import.correct" },
    schema: {
      operationId: "import.correct",
      summary: "Put a cell right; it is checked as a cell of the file would be",
      ...key,
      body: CorrectedCell,
      response: { 200: ImportCorrectionList },
    },
    handler: (request) => request.work((work) => correctCell(work, { ...request.params, ...request.body })),
  });

  app.post("/counties/:county/imports/:id/check", {
    config: { permission: "import.check-again" },
    schema: {
      operationId: "import.check-again",
      summary: "Read the file again, with what was put right",
      ...key,
      response: { 202: ImportBatch },
    },
    handler: async (request, reply) =>
      reply.code(202).send(await request.work((work) => checkAgain(work, request.params))),
  });
}

function withdraw(app: RouteApp): void {
  app.delete("/counties/:county/imports/:id/corrections", {
    config: { permission: "import.withdraw-correction" },
    schema: {
      operationId: "import.withdraw-correction",
      summary: "Let the file's own value of a cell count again; the file is read again",
      ...key,
      querystring: CorrectionPlace,
      response: { 202: ImportBatch },
    },
    handler: async (request, reply) => {
      const input = { ...request.params, ...request.query };
      return reply.code(202).send(await request.work((work) => withdrawCorrection(work, input)));
    },
  });
}
