/** URLs of places. Names of places are public; what is below another area is not shown. */
import type { Routes } from "../access/routes.ts";
import { requireArea } from "../access/work.ts";
import { Area, AreaParams } from "./division.contract.ts";
import { getDivisionTree } from "./division.service.ts";

const tags = ["registry"];

export const divisionRoutes: Routes = (app) => {
  app.get("/areas", {
    config: { permission: "area.read-own" },
    schema: {
      operationId: "area.read-own",
      summary: "The place of the acting role",
      tags,
      response: { 200: Area },
    },
    handler: (request) => request.work((work) => getDivisionTree(work, work.actor.areaCode)),
  });

  app.get("/areas/:code", {
    config: { permission: "area.read" },
    schema: {
      operationId: "area.read",
      summary: "A place, its path and the places below",
      tags,
      params: AreaParams,
      response: { 200: Area },
    },
    handler: (request) =>
      request.work((work) => {
        requireArea(work.actor, request.params.code);
        return getDivisionTree(work, request.params.code);
      }),
  });
};
