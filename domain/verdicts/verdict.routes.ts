/** URLs of one household's verdicts. */
import type { Routes } from "../access/routes.ts";
import { HouseholdEdit } from "../registry/household.contract.ts";
import { getVerdictsAndMended } from "./mended.service.ts";
import { BookKey, EditPreview, VerdictsAndMended } from "./verdict.contract.ts";
import { previewEdit } from "./verdict.service.ts";

export const verdictRoutes: Routes = (app) => {
  app.get("/counties/:county/households/:id/books/:year/verdicts", {
    config: { permission: "verdict.read" },
    schema: {
      operationId: "verdict.read",
      summary: "Why a household may or may not exit, what else was found, and what was mended",
      tags: ["verdicts"],
      params: BookKey,
      response: { 200: VerdictsAndMended },
    },
    handler: (request) => {
      const { county, id, year } = request.params;
      return request.work((work) => getVerdictsAndMended(work, { county, householdId: id, year }));
    },
  });

  app.post("/counties/:county/households/:id/books/:year/preview", {
    config: { permission: "verdict.preview" },
    schema: {
      operationId: "verdict.preview",
      summary: "What verdicts and incomes would be after an edit; nothing is written",
      tags: ["verdicts"],
      params: BookKey,
      body: HouseholdEdit,
      response: { 200: EditPreview },
    },
    handler: (request) => request.work((work) => previewEdit(work, request.params, request.body)),
  });
};
