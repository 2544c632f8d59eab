/** URLs of imports. Reading and applying are done by the worker; the page asks where the import stands. */
import type {} from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { RouteApp, Routes } from "../access/routes.ts";
import { ImportBatch, ImportClosing, ImportConfirmation, ImportKey, ImportList } from "./import.contract.ts";
import {
  type Upload,
  closeImport,
  getImport,
  listImports,
  restartImport,
  startApplying,
  uploadImport,
} from "./import-batch.service.ts";
import { importProblems } from "./import.problems.ts";
import { readingProblems } from "./reading.problems.ts";

const tags = ["registry"];
const key = { params: ImportKey, tags };

export const importRoutes: Routes = (app) => {
  uploadAndList(app);
  lookAndApply(app);
  restart(app);
  close(app);
};

function uploadAndList(app: RouteApp): void {
  app.post("/imports", {
    config: { permission: "import.create" },
    schema: {
      operationId: "import.create",
      summary: "Upload a register file (form with `file` and, if need be, `year`)",
      tags,
      consumes: ["multipart/form-data"],
      response: { 202: ImportBatch },
    },
    handler: async (request, reply) => {
      const upload = await readUpload(request);
      const batch = await request.work((work) => uploadImport(work, upload));
      return reply.code(202).send(batch);
    },
  });

  app.get("/imports", {
    config: { permission: "import.list" },
    schema: {
      operationId: "import.list",
      summary: "Imports of the area",
      tags,
      response: { 200: ImportList },
    },
    handler: (request) => request.work(listImports),
  });
}

function lookAndApply(app: RouteApp): void {
  app.get("/counties/:county/imports/:id", {
    config: { permission: "import.read" },
    schema: {
      operationId: "import.read",
      summary: "Where an import stands, with its preview or receipt",
      ...key,
      response: { 200: ImportBatch },
    },
    handler: (request) => request.work((work) => getImport(work, request.params)),
  });

  app.post("/counties/:county/imports/:id/apply", {
    config: { permission: "import.apply" },
    schema: {
      operationId: "import.apply",
      summary: "Write the good rows of a file that was looked at",
      ...key,
      body: ImportConfirmation.nullish(),
      response: { 202: ImportBatch },
    },
    handler: async (request, reply) => {
      const input = { ...request.params, ...request.body };
      const batch = await request.work((work) => startApplying(work, input));
      return reply.code(202).send(batch);
    },
  });
}

function restart(app: RouteApp): void {
  app.post("/counties/:county/imports/:id/restart", {
    config: { permission: "import.restart" },
    schema: {
      operationId: "import.restart",
      summary: "Read the file of an import that broke off once more",
      ...key,
      response: { 202: ImportBatch },
    },
    handler: async (request, reply) => {
      const batch = await request.work((work) => restartImport(work, request.params));
      return reply.code(202).send(batch);
    },
  });
}

function close(app: RouteApp): void {
  app.post("/counties/:county/imports/:id/close", {
    config: { permission: "import.close" },
    schema: {
      operationId: "import.close",
      summary: "Not to be reminded any more of what one's import rejected, with a reason",
      ...key,
      body: ImportClosing,
      response: { 200: ImportBatch },
    },
    handler: (request) => request.work((work) => closeImport(work, { ...request.params, ...request.body })),
  });
}

const Year = z.coerce.number().int().min(2010).max(2100).optional();

/** The parts in any order. @throws Problem import.no-file, reading.empty, and the form's own limits */
async function readUpload(request: FastifyRequest): Promise<Upload> {
  let file: { fileName: string; bytes: Buffer } | undefined;
  let year: unknown;
  if (!request.isMultipart()) throw importProblems["import.no-file"]();
  for await (const part of request.parts()) {
    if (part.type === "file") file = { fileName: part.filename.slice(0, 200), bytes: await part.toBuffer() };
    else if (part.fieldname === "year" && part.value !== "") year = part.value;
  }
  if (!file) throw importProblems["import.no-file"]();
  if (file.bytes.length === 0) throw readingProblems["reading.empty"]();
  const known = Year.safeParse(year);
  if (!known.success) throw importProblems["import.bad-year"]();
  return { ...file, year: known.data };
}
