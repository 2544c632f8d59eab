/** URLs of an area's map. */
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import type { Routes } from "../access/routes.ts";
import { AreaMapKey, AreaMapOf } from "./area-map.contract.ts";
import { areaMapProblems } from "./area-map.problems.ts";
import { type MapUpload, getAreaMap, mostMapBytes, uploadAreaMap } from "./area-map.service.ts";

const tags = ["registry"];

export const areaMapRoutes: Routes = (app) => {
  app.get("/areas/:area/map", {
    config: { permission: "map.read" },
    schema: {
      operationId: "map.read",
      summary: "Boundaries of the places below an area, with source and approval number",
      tags,
      params: AreaMapKey,
      response: { 200: AreaMapOf },
    },
    handler: (request) => request.work((work) => getAreaMap(work, request.params.area)),
  });

  app.post("/areas/:area/map", {
    config: { permission: "map.upload" },
    schema: {
      operationId: "map.upload",
      summary: "Upload boundaries (form with `source`, `approvalNumber` and `file`, GeoJSON up to 5 MB)",
      tags,
      consumes: ["multipart/form-data"],
      params: AreaMapKey,
      response: { 201: AreaMapOf },
    },
    handler: async (request, reply) => {
      const upload = await readUpload(request);
      const map = await request.work((work) => uploadAreaMap(work, request.params.area, upload));
      return reply.code(201).send(map);
    },
  });
};

/** The parts in any order. @throws Problem map.no-file, map.too-large */
async function readUpload(request: FastifyRequest): Promise<MapUpload> {
  if (!request.isMultipart()) throw areaMapProblems["map.no-file"]();
  const words = new Map<string, string>();
  let bytes: Buffer | undefined;
  for await (const part of request.parts({ limits: { fileSize: mostMapBytes } })) {
    if (part.type === "file") bytes = await wholeFile(request, part);
    else if (typeof part.value === "string") words.set(part.fieldname, part.value);
  }
  if (!bytes || bytes.length === 0) throw areaMapProblems["map.no-file"]();
  return {
    bytes,
    source: words.get("source") ?? "",
    approvalNumber: words.get("approvalNumber") ?? "",
  };
}

async function wholeFile(request: FastifyRequest, part: MultipartFile): Promise<Buffer> {
  try {
    return await part.toBuffer();
  } catch (error) {
    if (error instanceof request.server.multipartErrors.RequestFileTooLargeError)
      throw areaMapProblems["map.too-large"]({ megabytes: mostMapBytes / 1024 / 1024 }, error);
    throw error;
  }
}
